using Course.Images;

namespace Course.Scenes;

/// <summary>A picture ready to be shown: its size and its PNG file.</summary>
public sealed class SceneImage
{
    private readonly Lazy<byte[]> _png;

    public SceneImage(Picture picture)
    {
        (Width, Height) = (picture.Width, picture.Height);
        _png = new(() => PngWriter.Encode(picture));
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The whole file, encoded when first asked for.</summary>
    public ReadOnlyMemory<byte> Png => _png.Value;

    public static implicit operator SceneImage(Plane<byte> grey) => new(grey);
}

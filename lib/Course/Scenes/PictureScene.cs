using Course.Images;

namespace Course.Scenes;

/// <summary>One picture, or several side by side in the order given, each under its name: nothing to step through.</summary>
public sealed class PictureScene
{
    private const int Gap = 16;
    private const byte Clear = 0, Opaque = 255;

    /// <exception cref="ArgumentException">No picture at all, or one of no pixels.</exception>
    public PictureScene(params IReadOnlyList<(string Name, Plane<byte> Picture)> pictures)
    {
        if (pictures.Count == 0) throw new ArgumentException("Give at least one picture: new PictureScene((\"the photo\", photo)).", nameof(pictures));
        foreach ((string name, Plane<byte> picture) in pictures)
        {
            if (picture.Width == 0 || picture.Height == 0)
                throw new ArgumentException($"'{name}' is {picture.Width} x {picture.Height}: there is nothing to show.", nameof(pictures));
        }
        Pictures = pictures;
    }

    public IReadOnlyList<(string Name, Plane<byte> Picture)> Pictures { get; }

    /// <summary>All pictures in one, 16 clear pixels between them, so that the page shows through, light or dark.</summary>
    public SceneImage SideBySide()
    {
        if (Pictures.Count == 1) return Pictures[0].Picture;
        int width = Pictures.Sum(each => each.Picture.Width) + Gap * (Pictures.Count - 1);
        var together = new Picture(width, Pictures.Max(each => each.Picture.Height), 2);
        together.Samples.Span.Fill(Clear);
        int left = 0;
        foreach ((_, Plane<byte> picture) in Pictures)
        {
            for (int y = 0; y < picture.Height; y++)
            {
                Span<byte> from = picture.Row(y), to = together.Samples.Row(y)[(2 * left)..];
                for (int x = 0; x < from.Length; x++) (to[2 * x], to[2 * x + 1]) = (from[x], Opaque);
            }
            left += picture.Width + Gap;
        }
        return new SceneImage(together);
    }

    /// <summary>Names, sizes and mean greys, for whoever does not see the pictures.</summary>
    public string Description => (Pictures.Count > 1 ? "left to right: " : "") + string.Join("; ", Pictures.Select(each =>
        $"{each.Name} ({each.Picture.Width} x {each.Picture.Height} pixels, mean grey {Mean(each.Picture):F1})"));

    private static double Mean(Plane<byte> picture)
    {
        long sum = 0;
        for (int y = 0; y < picture.Height; y++)
            foreach (byte pixel in picture.Row(y)) sum += pixel;
        return (double)sum / ((long)picture.Width * picture.Height);
    }
}

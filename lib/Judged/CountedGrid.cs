namespace Judged;

/// <summary>
/// A small picture of bytes, <c>[Height, Width]</c>. When accesses are counted its pixels lie with the judge alone, and every read
/// and write is a question to it; otherwise they lie here, row after row.
/// </summary>
public sealed class CountedGrid
{
    private readonly byte[]? _pixels;
    private readonly int _argument;

    /// <exception cref="ArgumentException">The pixels are not <paramref name="height"/> rows of <paramref name="width"/>.</exception>
    public CountedGrid(int width, int height, byte[] pixels)
    {
        if (width < 0 || height < 0 || pixels.Length != (long)width * height)
            throw new ArgumentException($"{pixels.Length} pixels are not {height} rows of {width}.", nameof(pixels));
        (Width, Height, _pixels) = (width, height, pixels);
    }

    /// <summary>The form without pixels, whose every access is a question about argument <paramref name="argument"/>.</summary>
    internal CountedGrid(int width, int height, int argument) => (Width, Height, _argument) = (width, height, argument);

    public int Width { get; }

    public int Height { get; }

    internal byte[]? Pixels => _pixels;

    /// <exception cref="IndexOutOfRangeException">There is no such pixel.</exception>
    public byte this[int y, int x]
    {
        get => _pixels is null ? (byte)Asking.Read(_argument, Index(y, x)) : _pixels[Index(y, x)];
        set
        {
            if (_pixels is null) Asking.Write(_argument, Index(y, x), value);
            else _pixels[Index(y, x)] = value;
        }
    }

    private int Index(int y, int x) => (uint)y < (uint)Height && (uint)x < (uint)Width
        ? y * Width + x
        : throw new IndexOutOfRangeException($"There is no pixel [{y}, {x}] in {Height} rows of {Width}.");
}

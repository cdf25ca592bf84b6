namespace Course.Images;

/// <summary>The bytes of one picture, read once from front to back. Knows how many remain, and refuses sizes they cannot hold.</summary>
internal sealed class ImageBytes
{
    private readonly Stream _stream;
    private readonly string? _name;
    private readonly long _start, _maxPixels;

    public ImageBytes(Stream stream, string? name, long maxPixels)
    {
        if (!stream.CanSeek)
            throw new ArgumentException("A picture is read from a seekable stream; copy this one into a MemoryStream first.", nameof(stream));
        (_stream, _name, _start, _maxPixels) = (stream, name, stream.Position, maxPixels);
    }

    /// <summary>Bytes from the start of the picture.</summary>
    public long Position => _stream.Position - _start;

    public long Remaining => Math.Max(0, _stream.Length - _stream.Position);

    public ImageFormatException Error(string part, long offset, string problem, Exception? cause = null) =>
        new(_name, part, offset, problem, cause);

    /// <summary>Fills as much as there is and does not move.</summary>
    public int Peek(Span<byte> into)
    {
        int count = _stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false);
        _stream.Position -= count;
        return count;
    }

    /// <summary>The next byte, or -1 at the end.</summary>
    public int ReadByte() => _stream.ReadByte();

    public void Read(Span<byte> into, string part)
    {
        long offset = Position;
        int count = _stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false);
        if (count < into.Length)
            throw Error(part, offset, $"the file ends after {count} of {into.Length} bytes here; it was cut short.");
    }

    /// <summary>A picture of that size, once it is sure that the rest of the file can fill it.</summary>
    /// <param name="width">Pixels in a row, as the header claims.</param>
    /// <param name="height">Rows, as the header claims.</param>
    /// <param name="channels">Bytes of a pixel in memory.</param>
    /// <param name="bitsPerPixel">The least that a pixel takes in the file before compression.</param>
    /// <param name="maxExpansion">The most bytes that one byte of the file can expand to.</param>
    /// <param name="offset">Where the header stands.</param>
    public Picture Allocate(long width, long height, int channels, int bitsPerPixel, int maxExpansion, long offset)
    {
        CheckSize(width, height, offset);
        if (width * height > (Array.MaxLength - 64) / channels)
            throw Error("header", offset, $"{width} x {height} pixels of {channels} bytes are more than one .NET array holds.");
        if (width * height * bitsPerPixel / 8 / maxExpansion > Remaining)
            throw Error("header", offset, $"it promises {width} x {height} pixels, more than the {Remaining} bytes after it can hold; the file was cut short or its header is false.");
        return new Picture((int)width, (int)height, channels);
    }

    /// <summary>Refuses an empty picture and one above the limit of pixels.</summary>
    public void CheckSize(long width, long height, long offset)
    {
        if (width == 0 || height == 0) throw Error("header", offset, $"the picture is {width} x {height}: it has no pixels.");
        if (width > int.MaxValue || height > int.MaxValue || width > _maxPixels / height)
            throw Error("header", offset, $"the picture is {width} x {height}, above the limit of {_maxPixels} pixels; pass a higher maxPixels if it is meant to be so large.");
    }
}

using System.Buffers.Binary;

namespace Course.Images;

/// <summary>What the IHDR chunk says. Source: PNG specification, third edition, section 11.2.1.</summary>
internal readonly record struct PngHeader(int Width, int Height, int BitDepth, PngColour Colour, bool Interlaced)
{
    public const int Bytes = 13;

    /// <summary>Samples of one pixel in the file: 1 for grey and palette, 2 to 4 otherwise.</summary>
    public int Samples => Colour switch
    {
        PngColour.Grey or PngColour.Palette => 1,
        PngColour.GreyAlpha => 2,
        PngColour.Rgb => 3,
        _ => 4,
    };

    /// <summary>Bytes between a byte and the one that the filters call left of it; at least 1.</summary>
    public int FilterDistance => Math.Max(1, Samples * BitDepth / 8);

    /// <summary>Bytes of a row of that many pixels, without its filter byte.</summary>
    public long RowBytes(long pixels) => (pixels * Samples * BitDepth + 7) / 8;

    public static PngHeader Parse(ReadOnlySpan<byte> data, ImageBytes bytes, long offset)
    {
        uint width = BinaryPrimitives.ReadUInt32BigEndian(data), height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        bytes.CheckSize(width, height, offset);
        (int depth, int colour) = (data[8], data[9]);
        bool known = colour switch
        {
            0 => depth is 1 or 2 or 4 or 8 or 16,
            3 => depth is 1 or 2 or 4 or 8,
            2 or 4 or 6 => depth is 8 or 16,
            _ => false,
        };
        if (!known) throw bytes.Error("chunk IHDR", offset, $"colour type {colour} with {depth} bits a sample does not exist in PNG.");
        if (data[10] != 0 || data[11] != 0 || data[12] > 1)
            throw bytes.Error("chunk IHDR", offset, $"compression {data[10]}, filter method {data[11]}, interlace {data[12]}: only 0, 0 and 0 or 1 exist.");
        return new((int)width, (int)height, depth, (PngColour)colour, data[12] == 1);
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Course.Tests.Images;

/// <summary>
/// A second, plain PNG encoder that writes what ours does not: every colour type and depth, any filter, interlaced. It keeps whole
/// pictures in memory and follows the specification line by line, so that it shares no code and no shortcuts with the library.
/// </summary>
internal sealed record PngEncoder(int Width, int Height, int Depth, int ColourType, bool Interlaced)
{
    public int Samples => ColourType switch { 0 or 3 => 1, 4 => 2, 2 => 3, _ => 4 };

    public byte[]? Palette { get; init; }
    public byte[]? Transparency { get; init; }

    /// <summary>The filter of the n-th stored row.</summary>
    public Func<int, int> Filter { get; init; } = row => row % 5;

    /// <summary>Bytes of the compressed pixels in each IDAT chunk.</summary>
    public int ChunkBytes { get; init; } = 100;

    public byte[] Encode(Func<int, int, int, int> sample)
    {
        var pixels = new MemoryStream();
        int storedRows = 0;
        foreach (var (x0, y0, dx, dy) in Interlaced ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)] : new[] { (0, 0, 1, 1) })
        {
            byte[] above = [];
            for (int y = y0; y < Height; y += dy)
            {
                byte[] row = PackRow(x0, dx, y, sample);
                if (row.Length == 0) continue;
                int filter = Filter(storedRows++);
                pixels.WriteByte((byte)filter);
                for (int i = 0; i < row.Length; i++) pixels.WriteByte((byte)(row[i] - Predict(filter, row, above, i)));
                above = row;
            }
        }
        return File(pixels.ToArray());
    }

    /// <summary>A whole file around those bytes of filtered rows.</summary>
    public byte[] File(byte[] filteredRows)
    {
        var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(filteredRows);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9], header[12]) = ((byte)Depth, (byte)ColourType, (byte)(Interlaced ? 1 : 0));
        return
        [
            .. Signature, .. Chunk("IHDR", header), .. Palette is null ? [] : Chunk("PLTE", Palette), .. Transparency is null ? [] : Chunk("tRNS", Transparency),
            .. compressed.ToArray().Chunk(ChunkBytes).SelectMany(part => Chunk("IDAT", part)), .. Chunk("IEND", []),
        ];
    }

    public static byte[] Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Chunk(string name, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        uint crc = uint.MaxValue;
        foreach (byte b in named)
            for (int bit = 0; bit < 8; bit++)
                crc = crc >> 1 ^ (((crc ^ (uint)b >> bit) & 1) != 0 ? 0xEDB88320u : 0);
        var number = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(number.AsSpan(4), ~crc);
        return [.. number[..4], .. named, .. number[4..]];
    }

    private byte[] PackRow(int x0, int dx, int y, Func<int, int, int, int> sample)
    {
        string bits = "";
        for (int x = x0; x < Width; x += dx)
            for (int s = 0; s < Samples; s++)
                bits += Convert.ToString(sample(x, y, s), 2).PadLeft(Depth, '0');
        return [.. bits.Chunk(8).Select(eight => Convert.ToByte(new string(eight).PadRight(8, '0'), 2))];
    }

    private int Predict(int filter, byte[] row, byte[] above, int i)
    {
        int distance = Math.Max(1, Samples * Depth / 8);
        int a = i >= distance ? row[i - distance] : 0;
        int b = above.Length > 0 ? above[i] : 0;
        int c = i >= distance && above.Length > 0 ? above[i - distance] : 0;
        int nearest = new[] { a, b, c }.MinBy(neighbour => Math.Abs(a + b - c - neighbour));
        return filter switch { 1 => a, 2 => b, 3 => (a + b) / 2, 4 => nearest, _ => 0 };
    }
}

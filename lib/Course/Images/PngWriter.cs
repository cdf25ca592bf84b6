using System.Buffers.Binary;
using System.IO.Compression;

namespace Course.Images;

/// <summary>
/// Writes 8-bit PNG: grey, grey + alpha, RGB, RGBA, not interlaced. Each row takes the filter whose differences have the smallest sum
/// of magnitudes, the heuristic that the PNG specification recommends (section 12.7).
/// </summary>
public static class PngWriter
{
    private static readonly PngColour[] _colourOfChannels = [PngColour.Grey, PngColour.GreyAlpha, PngColour.Rgb, PngColour.Rgba];

    /// <exception cref="ArgumentException">The picture has no pixels; PNG cannot say so.</exception>
    public static void Write(Picture picture, Stream stream)
    {
        if (picture.Width == 0 || picture.Height == 0)
            throw new ArgumentException($"A picture of {picture.Width} x {picture.Height} has no pixels; PNG cannot hold it.", nameof(picture));
        stream.Write(PngReader.Signature);
        Span<byte> header = stackalloc byte[PngHeader.Bytes];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], picture.Height);
        header[8] = 8;
        header[9] = (byte)_colourOfChannels[picture.Channels - 1];
        WriteChunk(stream, "IHDR"u8, header);
        using (var chunks = new BufferedStream(new PngDataChunks(stream), 1 << 16))
        using (var deflated = new ZLibStream(chunks, CompressionLevel.Optimal))
            WriteRows(picture, deflated);
        WriteChunk(stream, "IEND"u8, []);
    }

    /// <summary>The bytes of a whole PNG file.</summary>
    /// <inheritdoc cref="Write" path="/exception"/>
    public static byte[] Encode(Picture picture)
    {
        using var memory = new MemoryStream();
        Write(picture, memory);
        return memory.ToArray();
    }

    internal static void WriteChunk(Stream stream, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(name);
        stream.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Append(Crc32.Append(0, name), data));
        stream.Write(number);
    }

    private static void WriteRows(Picture picture, Stream deflated)
    {
        int bytes = picture.Width * picture.Channels;
        byte[] best = new byte[bytes + 1], trial = new byte[bytes + 1];
        ReadOnlySpan<byte> above = new byte[bytes];
        for (int y = 0; y < picture.Height; y++)
        {
            ReadOnlySpan<byte> row = picture.Samples.Row(y);
            long least = long.MaxValue;
            for (byte filter = 0; filter < PngFilter.Count; filter++)
            {
                trial[0] = filter;
                PngFilter.Apply(filter, row, above, picture.Channels, trial.AsSpan(1));
                long sum = SumOfMagnitudes(trial.AsSpan(1));
                if (sum >= least) continue;
                (best, trial, least) = (trial, best, sum);
            }
            deflated.Write(best);
            above = row;
        }
    }

    private static long SumOfMagnitudes(ReadOnlySpan<byte> differences)
    {
        long sum = 0;
        foreach (byte difference in differences) sum += Math.Abs((int)(sbyte)difference);
        return sum;
    }
}

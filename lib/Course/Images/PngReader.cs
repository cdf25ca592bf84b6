using System.IO.Compression;

namespace Course.Images;

/// <summary>
/// Reads every kind of PNG: grey, RGB, palette, alpha, 1 to 16 bits, interlaced or not; 16 bits become 8, rounded to nearest. One row is
/// held at a time beside the picture. A damaged or unknown part is an error, except for what follows IEND. Colour profiles and gamma
/// are not applied. Source: PNG specification, third edition (w3.org/TR/png-3).
/// </summary>
internal sealed class PngReader
{
    // Deflate encodes at most 258 bytes in two bits.
    private const int MaxExpansion = 1032;

    private static readonly (int X, int Y, int StepX, int StepY)[] _wholePicture = [(0, 0, 1, 1)];

    private static readonly (int X, int Y, int StepX, int StepY)[] _adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly PngChunks _chunks;
    private readonly PngHeader _header;
    private byte[]? _palette, _transparency;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Also true of a damaged signature, so that the damage can be named.</summary>
    public static bool Recognises(ReadOnlySpan<byte> start) => start.Length >= 4 && start[1..4].SequenceEqual("PNG"u8);

    public static Picture Read(ImageBytes bytes) => new PngReader(bytes).ReadPicture(bytes);

    private PngReader(ImageBytes bytes)
    {
        Span<byte> signature = stackalloc byte[8];
        bytes.Read(signature, "signature");
        if (!signature.SequenceEqual(Signature))
            throw bytes.Error("signature", 0, $"{Convert.ToHexString(signature)} instead of {Convert.ToHexString(Signature)}; a transfer as text changes it so.");
        _chunks = new PngChunks(bytes);
        _chunks.Next();
        if (_chunks.Name != "IHDR") throw _chunks.Error("the first chunk must be IHDR.");
        _header = PngHeader.Parse(_chunks.ReadAll(PngHeader.Bytes, PngHeader.Bytes), bytes, _chunks.Offset);
    }

    private Picture ReadPicture(ImageBytes bytes)
    {
        for (_chunks.Next(); _chunks.Name != "IDAT"; _chunks.Next())
        {
            if (_chunks.Name == "PLTE") ReadPalette();
            else if (_chunks.Name == "tRNS") ReadTransparency();
            else if (_chunks.Name == "IEND") throw _chunks.Error("the picture ends without any pixels (no IDAT chunk).");
            else if (!_chunks.MayBeSkipped) throw _chunks.Error("this chunk is not known and must not be skipped.");
        }
        if (_header.Colour == PngColour.Palette && _palette is null) throw _chunks.Error("there is no palette (PLTE chunk) before the pixels.");

        var pixels = new PngPixels(_header, _palette, _transparency, _chunks);
        Picture picture = bytes.Allocate(_header.Width, _header.Height, pixels.Channels, _header.Samples * _header.BitDepth, MaxExpansion, _chunks.Offset);
        try
        {
            using var inflated = new ZLibStream(new PngDataStream(_chunks), CompressionMode.Decompress);
            ReadPasses(inflated, pixels, picture);
            if (inflated.ReadByte() >= 0) throw PixelError("there are more pixels than the header promises.");
        }
        catch (InvalidDataException cause)
        {
            throw PixelError("the compressed pixels are damaged.", cause);
        }

        while (_chunks.Name == "IDAT") _chunks.Next();
        for (; _chunks.Name != "IEND"; _chunks.Next())
        {
            if (_chunks.Name == "IDAT") throw _chunks.Error("pixels must stand in consecutive chunks.");
            if (!_chunks.MayBeSkipped) throw _chunks.Error("this chunk is not known or does not belong after the pixels.");
        }
        _chunks.ReadAll(0, 0);
        return picture;
    }

    private void ReadPasses(Stream inflated, PngPixels pixels, Picture picture)
    {
        foreach ((int x, int y, int stepX, int stepY) in _header.Interlaced ? _adam7 : _wholePicture)
        {
            int width = (int)(((long)picture.Width - x + stepX - 1) / stepX);
            if (width <= 0 || picture.Height <= y) continue;
            // One byte in front of each row names its filter.
            byte[] row = new byte[_header.RowBytes(width) + 1], above = new byte[row.Length];
            for (int at = y; at < picture.Height; at += stepY)
            {
                if (inflated.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length)
                    throw PixelError($"the compressed pixels end in row {at} of {picture.Height}.");
                if (row[0] >= PngFilter.Count) throw PixelError($"row {at} has filter {row[0]}; only 0 to 4 exist.");
                PngFilter.Undo(row[0], row.AsSpan(1), above.AsSpan(1), _header.FilterDistance);
                pixels.Place(row.AsSpan(1), width, picture.Samples.Row(at), x, stepX);
                (row, above) = (above, row);
            }
        }
    }

    /// <summary>Damage shows up in the pixels before their chunk has ended; a wrong checksum is then the better explanation.</summary>
    private ImageFormatException PixelError(string problem, Exception? cause = null)
    {
        _chunks.Finish();
        return _chunks.Error(problem, cause);
    }

    private void ReadPalette()
    {
        if (_palette is not null) throw _chunks.Error("there is a second palette.");
        if (_header.Colour is PngColour.Grey or PngColour.GreyAlpha) throw _chunks.Error("a grey picture has no palette.");
        if (_chunks.Left % 3 != 0) throw _chunks.Error($"its length is {_chunks.Left}, no multiple of 3.");
        _palette = _chunks.ReadAll(3, 3 * 256);
    }

    private void ReadTransparency()
    {
        if (_transparency is not null) throw _chunks.Error("there is a second one.");
        _transparency = _header.Colour switch
        {
            PngColour.Grey => _chunks.ReadAll(2, 2),
            PngColour.Rgb => _chunks.ReadAll(6, 6),
            PngColour.Palette when _palette is not null => _chunks.ReadAll(0, _palette.Length / 3),
            PngColour.Palette => throw _chunks.Error("it stands before the palette."),
            _ => throw _chunks.Error("a picture with an alpha channel has no other transparency."),
        };
    }
}

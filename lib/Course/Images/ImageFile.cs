namespace Course.Images;

/// <summary>Reads and writes picture files. The content decides what is read, never the name; the name decides what is written.</summary>
public static class ImageFile
{
    /// <summary>2^27 pixels, four times 7680 x 4320.</summary>
    public const long DefaultMaxPixels = 1L << 27;

    private static readonly (string Kind, byte[] Start)[] _knownStrangers =
    [
        ("a JPEG", [0xFF, 0xD8, 0xFF]),
        ("a GIF", "GIF8"u8.ToArray()),
        ("a BMP", "BM"u8.ToArray()),
        ("a WebP or another RIFF file", "RIFF"u8.ToArray()),
        ("a TIFF", "II*\0"u8.ToArray()),
        ("a TIFF", "MM\0*"u8.ToArray()),
        ("a bitmap of single bits (PBM)", "P1"u8.ToArray()),
        ("a bitmap of single bits (PBM)", "P4"u8.ToArray()),
        ("a PAM", "P7"u8.ToArray()),
    ];

    /// <summary>Reads a PNG, PGM or PPM file.</summary>
    /// <param name="path">The file; its extension does not matter.</param>
    /// <param name="maxPixels">Pictures with more pixels are refused before memory is taken.</param>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    /// <exception cref="ImageFormatException">Not a picture that can be read; see there.</exception>
    public static Picture Load(string path, long maxPixels = DefaultMaxPixels)
    {
        using FileStream file = File.OpenRead(path);
        return Read(file, path, maxPixels);
    }

    /// <summary>
    /// Reads one PNG, PGM or PPM picture from where the stream stands and leaves the stream behind its last byte. The stream must be
    /// seekable: its length bounds the memory that a false header could ask for.
    /// </summary>
    /// <inheritdoc cref="Load" path="/exception"/>
    public static Picture Read(Stream stream, string? name = null, long maxPixels = DefaultMaxPixels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxPixels);
        var bytes = new ImageBytes(stream, name, maxPixels);
        Span<byte> start = stackalloc byte[8];
        start = start[..bytes.Peek(start)];
        if (PngReader.Recognises(start)) return PngReader.Read(bytes);
        if (PnmReader.Recognises(start)) return PnmReader.Read(bytes);
        throw bytes.Error("start of the file", 0, Unknown(start));
    }

    /// <summary>Writes PNG for .png, PGM or PPM for .pgm, .ppm and .pnm. The file appears whole or not at all.</summary>
    /// <exception cref="ArgumentException">Another extension, a picture without pixels, or channels that the kind cannot hold.</exception>
    public static void Save(Picture picture, string path)
    {
        Action<Picture, Stream> write = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".png" => PngWriter.Write,
            ".pgm" or ".ppm" or ".pnm" => PnmWriter.Write,
            var other => throw new ArgumentException($"'{other}' is not written here; name the file .png, .pgm or .ppm.", nameof(path)),
        };
        string whole = Path.GetFullPath(path);
        string partial = $"{whole}.{Guid.NewGuid():N}.partial";
        try
        {
            using (FileStream file = new(partial, FileMode.CreateNew)) write(picture, file);
            File.Move(partial, whole, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static string Unknown(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty) return "the file is empty.";
        foreach ((string kind, byte[] signature) in _knownStrangers)
            if (start.StartsWith(signature)) return $"this is {kind}; PNG, PGM and PPM are read here. Save it as PNG first.";
        return $"neither PNG, PGM nor PPM: it starts with {Convert.ToHexString(start)}.";
    }
}

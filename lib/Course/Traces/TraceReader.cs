using System.IO.Compression;

namespace Course.Traces;

/// <summary>Reads traces from text, plain or gzip, block by block, so that a file of any length needs one buffer.</summary>
public static class TraceReader
{
    private const int BufferBytes = 1 << 20;
    private const int LongestLineBytes = 1 << 16;

    /// <summary>Called for each block of accesses read; the span is valid during the call.</summary>
    public delegate void BlockHandler(ReadOnlySpan<Access> accesses);

    /// <summary>A whole file in memory. <c>.din</c> and <c>.din.gz</c> are Dinero's; everything else is lackey's, unless stated.</summary>
    /// <exception cref="TraceFormatException">A broken line.</exception>
    /// <exception cref="InvalidDataException">No access in the whole file, or a gzip file that breaks off.</exception>
    public static Trace Load(string path, TraceFormat? format = null)
    {
        using FileStream file = File.OpenRead(path);
        try
        {
            return Read(file, format ?? FormatOf(path));
        }
        catch (InvalidDataException broken)
        {
            throw new InvalidDataException($"{path}: {broken.Message}", broken);
        }
    }

    /// <summary>All accesses of a stream, in memory.</summary>
    public static Trace Read(Stream stream, TraceFormat format = TraceFormat.Lackey)
    {
        var trace = new Trace();
        TraceTextParser parser = ReadInto(stream, format, trace, afterBlock: null);
        if (trace.Count == 0) throw NoAccess(parser);
        return trace;
    }

    /// <summary>Hands the accesses of a stream on as they come and keeps none. Returns how many there were.</summary>
    public static long ForEachBlock(Stream stream, TraceFormat format, BlockHandler handle)
    {
        var trace = new Trace();
        long total = 0;
        TraceTextParser parser = ReadInto(stream, format, trace, () =>
        {
            total += trace.Count;
            handle(trace.Accesses);
            trace.Clear();
        });
        return total > 0 ? total : throw NoAccess(parser);
    }

    /// <summary>The format that a file's name promises.</summary>
    public static TraceFormat FormatOf(string path)
    {
        string name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return name.EndsWith(".din", StringComparison.OrdinalIgnoreCase) ? TraceFormat.Din : TraceFormat.Lackey;
    }

    private static TraceTextParser ReadInto(Stream stream, TraceFormat format, Trace trace, Action? afterBlock)
    {
        TraceTextParser parser = format == TraceFormat.Din ? new DinParser() : new LackeyParser();
        byte[] buffer = new byte[BufferBytes];
        int held = stream.ReadAtLeast(buffer.AsSpan(0, 2), 2, throwOnEndOfStream: false);
        using var zipped = held == 2 && buffer[0] == 0x1F && buffer[1] == 0x8B ? new RejoinedStream(buffer[..2], stream) : null;
        using Stream? unzipped = zipped is null ? null : new GZipStream(zipped, CompressionMode.Decompress);
        if (unzipped is not null) held = 0;
        long total = 0;
        while (true)
        {
            int read = (unzipped ?? stream).Read(buffer, held, BufferBytes - held - 1);
            held += read;
            total += read;
            if (read == 0 && zipped is not null) RefuseCutGzip(zipped.LastFourBytes, total, endsInsideALine: held > 0);
            if (read == 0 && held > 0) buffer[held++] = (byte)'\n'; // The last line may lack its newline.
            int whole = buffer.AsSpan(0, held).LastIndexOf((byte)'\n') + 1;
            parser.Parse(buffer.AsSpan(0, whole), trace);
            buffer.AsSpan(whole, held - whole).CopyTo(buffer);
            held -= whole;
            if (held > LongestLineBytes) throw new TraceFormatException(parser.Line + 1, $"longer than {LongestLineBytes} bytes; this is no trace.");
            if (trace.Count > 0) afterBlock?.Invoke();
            if (read == 0) return parser;
        }
    }

    // The runtime takes the end of a cut file for the end of the text. A whole file ends in the length of its last part.
    private static void RefuseCutGzip(uint statedLength, long length, bool endsInsideALine)
    {
        if (statedLength != (uint)length && (statedLength > length || endsInsideALine))
            throw new InvalidDataException("The gzip file breaks off; copy or compress it again.");
    }

    private static InvalidDataException NoAccess(TraceTextParser parser) =>
        new($"None of its {parser.Line} lines is a memory access; expected lines such as ' L 7ff0,8' (lackey) or '0 7ff0' (din, file name ending in .din).");
}

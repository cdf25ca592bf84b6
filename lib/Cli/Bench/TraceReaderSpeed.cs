using System.IO.Compression;
using Course.Traces;

namespace Cli.Bench;

/// <summary>How fast trace text is read, from memory: gigabytes of text and million accesses per second; medians.</summary>
internal sealed record TraceReaderSpeed(string Text, double GigabytesPerSecond, double LowestGigabytesPerSecond, double HighestGigabytesPerSecond, double MillionAccessesPerSecond)
{
    public static IReadOnlyList<TraceReaderSpeed> MeasureAll(Trace trace, int rounds)
    {
        byte[] lackey = Write(trace, TraceFormat.Lackey), din = Write(trace, TraceFormat.Din), zipped = Zip(lackey);
        return
        [
            Measure("lackey", lackey.Length, trace.Count, rounds, () => Read(new MemoryStream(lackey), TraceFormat.Lackey)),
            Measure("din", din.Length, trace.Count, rounds, () => Read(new MemoryStream(din), TraceFormat.Din)),
            Measure("lackey, gzip", lackey.Length, trace.Count, rounds, () => Read(new MemoryStream(zipped), TraceFormat.Lackey)),
            Measure("gzip unpacked and not read", lackey.Length, 0, rounds, () => Unpack(zipped)),
        ];
    }

    private static TraceReaderSpeed Measure(string text, long bytes, int accesses, int rounds, Action read)
    {
        double[] seconds = new double[rounds];
        for (int round = 0; round < rounds; round++) seconds[round] = WorkTime.Seconds(read);
        Array.Sort(seconds);
        double Gigabytes(double of) => Math.Round(bytes / of / 1e9, 3);
        double median = seconds[rounds / 2];
        return new TraceReaderSpeed(text, Gigabytes(median), Gigabytes(seconds[^1]), Gigabytes(seconds[0]), Math.Round(accesses / median / 1e6, 1));
    }

    private static void Read(Stream text, TraceFormat format) => TraceReader.ForEachBlock(text, format, _ => { });

    private static byte[] Write(Trace trace, TraceFormat format)
    {
        using var text = new MemoryStream();
        TraceWriter.Write(trace, text, format);
        return text.ToArray();
    }

    private static byte[] Zip(byte[] text)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal)) gzip.Write(text);
        return zipped.ToArray();
    }

    private static void Unpack(byte[] zipped)
    {
        using var gzip = new GZipStream(new MemoryStream(zipped), CompressionMode.Decompress);
        byte[] buffer = new byte[1 << 20];
        while (gzip.Read(buffer) > 0)
        {
        }
    }
}

using System.Diagnostics;
using System.Numerics;

namespace Course.Measure;

/// <summary>
/// How fast much data moves through one core, and what the order of the accesses does to it. Each method takes a second or two and
/// returns points for a chart: X, the best of seven samples (as STREAM reports it, because other programs only ever slow a sample), and an
/// error bar from there to their median.
/// </summary>
public static class MemoryBandwidth
{
    private const int Samples = 7;
    private const double SampleNanoseconds = 2e6;

    private static double sink;

    /// <summary>
    /// Gigabytes (10^9) a second by working set in bytes. Copying counts every byte twice, read and written, as STREAM does
    /// (McCalpin 1995); the lines that the processor reads before it writes them are not counted.
    /// </summary>
    public static IReadOnlyList<(double Bytes, double GigabytesPerSecond, double Low, double High)> Stream(StreamKind kind, long mostBytes = 0)
    {
        if (mostBytes == 0) mostBytes = MemoryLatency.LargestWorkingSet();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mostBytes, 1L << 30);
        using var block = new NativeBlock(mostBytes);
        var points = new List<(double, double, double, double)>();
        for (long bytes = 4096; bytes <= mostBytes; bytes *= 2) points.Add(StreamAt(block, kind, bytes));
        return points;
    }

    /// <summary>
    /// Nanoseconds for each number read when only one number in every X bytes is read, over memory larger than the caches: grows
    /// until each access needs a line of its own.
    /// </summary>
    public static IReadOnlyList<(double StrideBytes, double Nanoseconds, double Low, double High)> ByStride()
    {
        long bytes = MemoryLatency.LargestWorkingSet();
        using var block = new NativeBlock(bytes);
        return [.. new[] { 8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024 }.Select(stride =>
        {
            long steps = bytes / stride;
            var (nanoseconds, low, high) = Repeat(() => sink = EveryNth(block, bytes, stride));
            return ((double)stride, nanoseconds / steps, low / steps, high / steps);
        })];
    }

    /// <summary>Nanoseconds for each element when a square matrix of X x X doubles is summed row by row, as it lies in memory.</summary>
    public static IReadOnlyList<(double Size, double Nanoseconds, double Low, double High)> RowByRow() => Matrices(SumRows);

    /// <summary>The same sum column by column: every access is one row further on.</summary>
    public static IReadOnlyList<(double Size, double Nanoseconds, double Low, double High)> ColumnByColumn() => Matrices(SumColumns);

    internal static (double Bytes, double GigabytesPerSecond, double Low, double High) StreamAt(NativeBlock block, StreamKind kind, long bytes)
    {
        // The count per call is a local, so that the call through the delegate is outside the loop that is timed.
        var (nanoseconds, low, high) = Repeat(kind switch
        {
            StreamKind.Read => () => sink = Read(block, bytes),
            StreamKind.Write => () => Write(block, bytes),
            _ => () => Copy(block, bytes),
        });
        // Half of a copy's working set is read and half written, so each byte of it moves once.
        return (bytes, bytes / nanoseconds, bytes / high, bytes / low);
    }

    private static (double, double, double, double)[] Matrices(Func<double[,], int, double> sum)
    {
        int[] sizes = [64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072];
        var matrix = new double[sizes[^1], sizes[^1]];
        return [.. sizes.Select(size =>
        {
            var square = size == sizes[^1] ? matrix : new double[size, size];
            var (nanoseconds, low, high) = Repeat(() => sink = sum(square, size));
            double elements = (double)size * size;
            return ((double)size, nanoseconds / elements, low / elements, high / elements);
        })];
    }

    /// <summary>Fastest (twice) and median time of one call; short calls are repeated within a sample.</summary>
    private static (double Nanoseconds, double Low, double High) Repeat(Action work)
    {
        work();
        double once = Time(work, 1);
        int calls = (int)Math.Clamp(SampleNanoseconds / once, 1, 100_000);
        double[] samples = [.. Enumerable.Range(0, once > 50e6 ? 3 : Samples).Select(_ => Time(work, calls))];
        return (samples.Min(), samples.Min(), Quantiles.Median(samples));
    }

    private static double Time(Action work, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++) work();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }

    private static unsafe double Read(NativeBlock block, long bytes)
    {
        var numbers = (double*)block.Start;
        long count = bytes / sizeof(double), step = 4L * Vector<double>.Count;
        Vector<double> a = default, b = default, c = default, d = default;
        for (long i = 0; i + step <= count; i += step)
        {
            a += Vector.Load(numbers + i);
            b += Vector.Load(numbers + i + Vector<double>.Count);
            c += Vector.Load(numbers + i + 2 * Vector<double>.Count);
            d += Vector.Load(numbers + i + 3 * Vector<double>.Count);
        }
        return Vector.Sum(a + b + c + d);
    }

    private static unsafe void Write(NativeBlock block, long bytes) => new Span<byte>(block.Start, (int)bytes).Fill(1);

    private static unsafe void Copy(NativeBlock block, long bytes) =>
        new ReadOnlySpan<byte>(block.Start, (int)(bytes / 2)).CopyTo(new Span<byte>(block.Start + bytes / 2, (int)(bytes / 2)));

    private static unsafe double EveryNth(NativeBlock block, long bytes, int stride)
    {
        double sum = 0;
        for (byte* place = block.Start, end = block.Start + bytes; place < end; place += stride) sum += *(double*)place;
        return sum;
    }

    private static double SumRows(double[,] matrix, int size)
    {
        double sum = 0;
        for (int y = 0; y < size; y++)
            for (int x = 0; x < size; x++)
                sum += matrix[y, x];
        return sum;
    }

    private static double SumColumns(double[,] matrix, int size)
    {
        double sum = 0;
        for (int x = 0; x < size; x++)
            for (int y = 0; y < size; y++)
                sum += matrix[y, x];
        return sum;
    }
}

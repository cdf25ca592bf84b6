using System.Diagnostics;

namespace Course.Measure;

/// <summary>
/// Loads of which each needs the one before: a place in memory holds the address of the next. Neither the processor's many units nor,
/// when the order is random, its prefetcher can hide anything, so the time of one step is the latency of one load.
/// </summary>
public static unsafe class PointerChase
{
    private const int Samples = 9;
    private const double SampleNanoseconds = 1.5e6;

    private static nint sink;

    /// <summary>A ring through all of <paramref name="count"/> places in random order (Sattolo 1986): from each follows the next.</summary>
    public static int[] RandomRing(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        var random = new Random(count);
        for (int i = count - 1; i > 0; i--)
        {
            int j = random.Next(i);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order;
    }

    public static int[] SequentialRing(int count) => [.. Enumerable.Range(0, count).Select(i => (i + 1) % count)];

    /// <summary>Writes the ring into memory, place i at <paramref name="at"/>(i), and returns the time of one step.</summary>
    internal static (double Nanoseconds, double Low, double High) Time(NativeBlock block, int[] next, Func<int, long> at)
    {
        for (int i = 0; i < next.Length; i++) *(byte**)(block.Start + at(i)) = block.Start + at(next[i]);
        return Time(block, at(0), next.Length);
    }

    /// <summary>
    /// Follows the addresses that begin at an offset of the block, once around to fill the caches, then for the clock. Each sample goes
    /// on where the last one ended, or a long ring would be a short one that fits a cache. The fastest sample counts, because other
    /// programs and other virtual machines only ever add time; High is the median.
    /// </summary>
    internal static (double Nanoseconds, double Low, double High) Time(NativeBlock block, long start, long ringLength)
    {
        byte* place = block.Start + start;
        long steps = Math.Max(1024, ringLength);
        double nanoseconds = Follow(ref place, steps);
        while (nanoseconds * steps < SampleNanoseconds / 4)
        {
            steps *= 2;
            nanoseconds = Follow(ref place, steps);
        }
        steps = Math.Max(1024, (long)(SampleNanoseconds / nanoseconds));
        var samples = new double[Samples];
        for (int i = 0; i < Samples; i++) samples[i] = Follow(ref place, steps);
        sink = (nint)place;
        return (samples.Min(), samples.Min(), Quantiles.Median(samples));
    }

    private static double Follow(ref byte* position, long steps)
    {
        byte* place = position;
        long begin = Stopwatch.GetTimestamp();
        for (long i = steps >> 3; i > 0; i--)
        {
            place = *(byte**)place;
            place = *(byte**)place;
            place = *(byte**)place;
            place = *(byte**)place;
            place = *(byte**)place;
            place = *(byte**)place;
            place = *(byte**)place;
            place = *(byte**)place;
        }
        double nanoseconds = Stopwatch.GetElapsedTime(begin).TotalNanoseconds;
        position = place;
        return nanoseconds / (steps >> 3 << 3);
    }
}

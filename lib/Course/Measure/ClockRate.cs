using System.Diagnostics;

namespace Course.Measure;

/// <summary>The processor's real clock rate now, which no system call tells inside a virtual machine.</summary>
public static class ClockRate
{
    private static long sink;

    /// <summary>
    /// Times a chain of additions and exclusive-ors of which each needs the one before, one cycle each on every processor of the last
    /// twenty years. The fastest of 20 samples counts: interruptions only ever make a sample slower. About 10 ms.
    /// </summary>
    public static double MeasureGigahertz() => Enumerable.Range(0, 20).Max(_ => Sample(Environment.TickCount64 | 1, 100_000));

    private static double Sample(long step, int rounds)
    {
        long value = step;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < rounds; i++)
        {
            value += step;
            value ^= step;
            value += step;
            value ^= step;
            value += step;
            value ^= step;
            value += step;
            value ^= step;
            value += step;
            value ^= step;
        }
        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        sink = value;
        return rounds * 10 / nanoseconds;
    }
}

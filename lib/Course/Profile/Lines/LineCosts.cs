using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Course.Profile.Lines;

/// <summary>What one probe adds to the stretch of time that it ends, measured on this machine just before it is used.</summary>
internal readonly record struct LineCosts(double TicksPerProbe)
{
    private const int Probes = 40_000, Batches = 7;

    public double NanosecondsPerProbe => TicksPerProbe * 1e9 / Stopwatch.Frequency;

    public static LineCosts Measure(Counting counting)
    {
        double least = double.MaxValue;
        for (int batch = 0; batch < Batches; batch++)
        {
            LineSums sums = LineRecording.Run(Loop, lines: 2, counting).Sums()[2];
            least = Math.Min(least, sums.Ticks / (double)sums.Stretches);
        }
        return new(least);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Loop()
    {
        int depth = LineProbe.Enter(1);
        for (int probe = 0; probe < Probes; probe++) LineProbe.At(2);
        // Compiled here and not in the midst of a measured line.
        LineProbe.Mark(1);
        LineProbe.Exit(depth);
    }
}

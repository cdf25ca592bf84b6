using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Course.Profile.Calls;

/// <summary>
/// What the probes of one call add, measured on this machine just before they are used: a part of it falls between the two readings of the
/// clock and so into the call's own time, the rest into its caller's.
/// </summary>
internal readonly record struct CallCosts(double InsideTicks, double OutsideTicks)
{
    private const int Calls = 20_000, Batches = 7;

    public double TicksPerCall => InsideTicks + OutsideTicks;

    public double NanosecondsPerCall => TicksPerCall * 1e9 / Stopwatch.Frequency;

    public static CallCosts Measure(Counting counting)
    {
        CallCosts least = new(double.MaxValue, double.MaxValue);
        for (int batch = 0; batch < Batches; batch++)
        {
            long start = Stopwatch.GetTimestamp();
            CallBare();
            double bare = Stopwatch.GetTimestamp() - start;
            CallSums[,] sums = CallRecording.Run(CallProbed, methods: 2, counting).Sums();
            least = new(Math.Min(least.InsideTicks, sums[2, 1].OwnTicks / (double)Calls),
                Math.Min(least.OutsideTicks, Math.Max(0, sums[1, 0].OwnTicks - bare) / Calls));
        }
        return least;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void CallBare()
    {
        for (int call = 0; call < Calls; call++) Bare();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void CallProbed()
    {
        int depth = CallProbe.Enter(1);
        for (int call = 0; call < Calls; call++) Probed();
        CallProbe.Exit(depth);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Bare()
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Probed()
    {
        int depth = CallProbe.Enter(2);
        return CallProbe.Exit(depth, depth);
    }
}

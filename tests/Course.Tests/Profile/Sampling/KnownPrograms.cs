using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Course.Tests.Profile.Sampling;

/// <summary>Programs whose profile is known beforehand. Each also runs as a process of its own; none knows of the profiler.</summary>
public static class KnownPrograms
{
    private const double LimitSeconds = 30;

    private static volatile int _sink;

    /// <summary>Three units of work, then one of the same work under another name.</summary>
    /// <returns>The first part's share of the time, by the stopwatch: three quarters, except where another program ran in between.</returns>
    public static double ThreeQuartersAndOne(double seconds)
    {
        long first = 0, start = Stopwatch.GetTimestamp(), now = start;
        while ((now - start) / (double)Stopwatch.Frequency < seconds)
        {
            ThreeQuarters(300_000);
            first += Stopwatch.GetTimestamp() - now;
            OneQuarter(100_000);
            now = Stopwatch.GetTimestamp();
        }
        return first / (double)(now - start);
    }

    /// <summary>Runs long enough to be attached to, beside a thread that only sleeps; its caller kills it.</summary>
    public static void RunUntilKilled()
    {
        new Thread(() => Thread.Sleep(TimeSpan.FromSeconds(LimitSeconds))) { IsBackground = true, Name = "sleeper" }.Start();
        Console.WriteLine("ready");
        ThreeQuartersAndOne(LimitSeconds);
    }

    public static async Task Asynchronous(double seconds)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            await Task.Delay(1);
            ThreeQuarters(2_000_000);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Recursive(int depth, double seconds)
    {
        if (depth > 0) return 1 + Recursive(depth - 1, seconds);
        ThreeQuartersAndOne(seconds);
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThreeQuarters(int steps) => Spend(steps);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void OneQuarter(int steps) => Spend(steps);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Spend(int steps)
    {
        int sum = 1;
        for (int i = 0; i < steps; i++) sum = sum * 31 + i;
        _sink = sum;
    }
}

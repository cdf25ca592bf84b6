using System.Diagnostics;
using System.Runtime.CompilerServices;
using Course.Profile;
using Course.Profile.Allocations;
using Course.Profile.Calls;
using Course.Profile.Heap;
using Course.Profile.Lines;
using Course.Profile.Sampling;

namespace Course.Tests.Profile.Sampling;

/// <summary>Programs whose profile is known beforehand. Each also runs as a process of its own; none knows of the profiler.</summary>
public static class KnownPrograms
{
    // Ten attempts on a busy machine take a minute; no caller forgets to kill them.
    private const double LimitSeconds = 300;

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

    /// <summary>Allocates until its caller kills it.</summary>
    public static void AllocateUntilKilled()
    {
        Console.WriteLine("ready");
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < LimitSeconds) GC.KeepAlive(new byte[10_000]);
    }

    /// <summary>One line for each tool: its result, or why there is none.</summary>
    public static void TryEveryTool()
    {
        const string program = "for (int i = 0; i < 3; i++) A.Work(); static class A { public static int Work() { return 1; } }";
        Console.WriteLine("ready");
        Try("sampling", () => SamplingProfile.Of(() => { }));
        Try("allocations", () => AllocationProfile.Of(() => { }));
        Try("heap", () => HeapSnapshot.Take());
        Try("calls", () => CallProfile.OfProgram(program, "program.cs", [])["Work"].Calls);
        Try("lines", () => LineProfile.OfProgram(program, "program.cs", "Work", [])["return 1"].Hits);
        Console.WriteLine("done");
        Thread.Sleep(TimeSpan.FromSeconds(LimitSeconds));

        static void Try(string tool, Func<object> run)
        {
            try { Console.WriteLine($"{tool}: {run()}"); }
            catch (ProfileException impossible) { Console.WriteLine($"{tool}: {impossible.Message}"); }
        }
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

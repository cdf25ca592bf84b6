using System.Diagnostics;

namespace Course.Measure;

/// <summary>
/// How long a piece of work took and how much of that time the processor was busy for this process, on all its threads: the first thing
/// to know about slow code, because waiting and working have different cures.
/// </summary>
/// <param name="CoresBusy">Processor time over elapsed time: near 0 it waits, near 1 it keeps one core busy, above 1 several.</param>
public readonly record struct CpuUse(string Label, double Milliseconds, double CpuMilliseconds, double CoresBusy, string Verdict)
{
    private const double Waiting = 0.2, Working = 0.8;

    /// <summary>Does the work once and reads clock and processor time around it. The compiler's work at the first call counts too.</summary>
    public static CpuUse Of(string label, Action work) => OfAsync(label, () =>
    {
        work();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    /// <summary>The same for work that awaits.</summary>
    public static async Task<CpuUse> OfAsync(string label, Func<Task> work)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        await work().ConfigureAwait(false);
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds, cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        double cores = cpu / milliseconds;
        string verdict = cores < Waiting ? "waiting: run more of it at the same time" : cores < Working ? "some of both: look closer"
            : cores < 1 + Waiting ? "working, on one core: do less, or use more cores" : "working, on several cores";
        return new CpuUse(label, milliseconds, cpu, cores, verdict);
    }
}

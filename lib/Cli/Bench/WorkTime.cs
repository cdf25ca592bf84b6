using Stopwatch = System.Diagnostics.Stopwatch;

namespace Cli.Bench;

/// <summary>The time that work on one thread takes.</summary>
internal static class WorkTime
{
    /// <summary>Processor time, which other programs' turns on the core do not lengthen; elapsed time on Windows, which tells processor time in ticks of 16 ms.</summary>
    public static double Seconds(Action work)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        work();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        return (OperatingSystem.IsWindows() ? elapsed : Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}

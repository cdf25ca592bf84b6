using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Grading.Children;

/// <summary>
/// The processor time of another process, read from outside: nanoseconds on Linux (the process's own clock), what the system offers
/// elsewhere (Windows counts in steps of 15.6 ms).
/// </summary>
internal static partial class CpuClock
{
    /// <summary>What the clock cannot tell apart.</summary>
    public static readonly TimeSpan Step = OperatingSystem.IsWindows() ? TimeSpan.FromMilliseconds(15.625) : TimeSpan.FromMicroseconds(1);

    /// <exception cref="InvalidOperationException">The process is gone.</exception>
    public static TimeSpan Of(int processId)
    {
        if (!OperatingSystem.IsLinux()) return ElsewhereOf(processId);
        if (ClockId(processId, out int clock) != 0 || GetTime(clock, out Time time) != 0) throw new InvalidOperationException($"Process {processId} has no clock; it is gone.");
        return TimeSpan.FromTicks(time.Seconds * TimeSpan.TicksPerSecond + time.Nanoseconds / TimeSpan.NanosecondsPerTick);
    }

    /// <summary>The runtime's own process: below a sandbox it is the only child of an only child.</summary>
    public static int InnermostOf(int processId)
    {
        while (OperatingSystem.IsLinux() && Children(processId) is [var only]) processId = only;
        return processId;
    }

    private static int[] Children(int processId)
    {
        try
        {
            return [.. File.ReadAllText($"/proc/{processId}/task/{processId}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        }
        catch (IOException) { return []; }
    }

    private static TimeSpan ElsewhereOf(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.TotalProcessorTime;
    }

    [LibraryImport("libc", EntryPoint = "clock_getcpuclockid")]
    private static partial int ClockId(int processId, out int clock);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}

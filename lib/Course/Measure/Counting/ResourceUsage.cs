using System.Runtime.InteropServices;

namespace Course.Measure.Counting;

/// <summary>What the system itself keeps for this process, all threads together, without any right to ask for: getrusage(2).</summary>
internal readonly partial record struct ResourceUsage(double ProcessorMilliseconds, long PageFaults, long ContextSwitches)
{
    /// <summary>Faults and switches are -1 where the system does not tell.</summary>
    public static ResourceUsage Now()
    {
        double processor = OperatingSystem.IsBrowser() || OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() ? 0 : Environment.CpuUsage.TotalTime.TotalMilliseconds;
        if (!OperatingSystem.IsLinux()) return new ResourceUsage(processor, -1, -1);
        // struct rusage: two times of 16 bytes, then 14 longs, of which minflt, majflt are 4 and 5, nvcsw, nivcsw 12 and 13.
        Span<long> usage = stackalloc long[18];
        const int self = 0;
        return GetUsage(self, ref usage[0]) == 0
            ? new ResourceUsage(processor, usage[8] + usage[9], usage[16] + usage[17])
            : new ResourceUsage(processor, -1, -1);
    }

    public double? Since(ResourceUsage earlier, CounterKind kind) => kind switch
    {
        CounterKind.TaskClock => ProcessorMilliseconds - earlier.ProcessorMilliseconds,
        CounterKind.PageFaults when PageFaults >= 0 => PageFaults - earlier.PageFaults,
        CounterKind.ContextSwitches when ContextSwitches >= 0 => ContextSwitches - earlier.ContextSwitches,
        _ => null,
    };

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, ref long usage);
}

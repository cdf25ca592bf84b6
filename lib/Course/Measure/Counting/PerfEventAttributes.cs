using System.Runtime.InteropServices;

namespace Course.Measure.Counting;

/// <summary><c>struct perf_event_attr</c>, version 0, which every kernel with perf events knows (linux/perf_event.h).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PerfEventAttributes
{
    private const ulong Disabled = 1, Inherit = 1 << 1, ExcludeKernel = 1 << 5, ExcludeHypervisor = 1 << 6;
    private const ulong TimeEnabledAndRunning = 3;

    public uint Type;
    public uint Size;
    public ulong Config;
    public ulong SamplePeriod;
    public ulong SampleType;
    public ulong ReadFormat;
    public ulong Flags;
    public uint WakeupEvents;
    public uint BreakpointType;
    public ulong Config1;

    /// <summary>A counter that does not run yet, and that threads begun later by the counted thread inherit.</summary>
    public static PerfEventAttributes Of(CounterKind kind, bool userOnly)
    {
        (uint type, ulong config) = Code(kind);
        return new PerfEventAttributes
        {
            Type = type,
            Size = (uint)Marshal.SizeOf<PerfEventAttributes>(),
            Config = config,
            ReadFormat = TimeEnabledAndRunning,
            Flags = Disabled | Inherit | (userOnly ? ExcludeKernel | ExcludeHypervisor : 0),
        };
    }

    private static (uint Type, ulong Config) Code(CounterKind kind)
    {
        const uint hardware = 0, software = 1;
        return kind switch
        {
            CounterKind.Cycles => (hardware, 0),
            CounterKind.Instructions => (hardware, 1),
            CounterKind.CacheReferences => (hardware, 2),
            CounterKind.CacheMisses => (hardware, 3),
            CounterKind.Branches => (hardware, 4),
            CounterKind.BranchMisses => (hardware, 5),
            CounterKind.TaskClock => (software, 1),
            CounterKind.PageFaults => (software, 2),
            CounterKind.ContextSwitches => (software, 3),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The clock on the wall is no perf event."),
        };
    }
}

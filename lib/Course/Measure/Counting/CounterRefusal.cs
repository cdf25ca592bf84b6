namespace Course.Measure.Counting;

/// <summary>Why a counter cannot be read, in words, and what would make it readable.</summary>
public readonly record struct CounterRefusal(string Reason, string Remedy)
{
    private const int NotPermitted = 1, NoSuchCounter = 2, NoSuchThread = 3, AccessDenied = 13, Busy = 16, NoDevice = 19, InvalidRequest = 22, TooManyFiles = 24, NoSystemCall = 38, NotSupported = 95;
    private const string Otherwise = "Use the simulated counts, or a machine of metal.";

    public static CounterRefusal NotLinux { get; } =
        new("only read on Linux", "On Windows and macOS run the course in its container, or in WSL, on a machine that offers counters. " + Otherwise);

    public static CounterRefusal NeverScheduled { get; } =
        new("never had its turn", "More counters were asked for than the processor has; measure longer work.");

    /// <summary>The meaning of an errno that <c>perf_event_open</c> returned (perf_event_open(2), ERRORS).</summary>
    public static CounterRefusal Of(int errno) => errno switch
    {
        NoSuchCounter or NoDevice or NotSupported => new("not offered by this (virtual) machine", "Most virtual machines hide them. " + Otherwise),
        NotPermitted => new("not permitted", "Containers forbid perf_event_open by default: start it with --cap-add PERFMON, or with a seccomp profile that allows the call. Outside one: sudo sysctl kernel.perf_event_paranoid=1"),
        AccessDenied => new("access denied", "The system lets no ordinary user count: sudo sysctl kernel.perf_event_paranoid=1 (in a container: on its host)."),
        NoSystemCall => new("no such system call", "This kernel was built, or is emulated, without perf events. " + Otherwise),
        Busy => new("in use by another program", "Another profiler holds the processor's counters: stop it and measure again."),
        TooManyFiles => new("too many open files", "Every counter of every thread is an open file: raise the limit with ulimit -n 4096."),
        InvalidRequest => new("not understood by this kernel", "The kernel is too old for this counter. " + Otherwise),
        NoSuchThread => new("the thread has ended", "Measure again."),
        _ => new($"refused with error {errno}", Otherwise),
    };
}

using System.Runtime.InteropServices;

namespace Cli.Doctor;

/// <summary>Tries to open the processor's own instruction counter, as a profiler would.</summary>
internal static partial class HardwareCounters
{
    private const int NoSuchCounter = 2, NotPermitted = 1, AccessDenied = 13, NotSupported = 95;

    public static Finding Probe()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.Arm64))
            return new("hardware counters", "only read on Linux", "The notebooks show simulated counts instead, labelled.");
        // struct perf_event_attr, version 0: type 0 (hardware), size 64, config 1 (instructions), then flags: exclude kernel and hypervisor.
        Span<byte> attributes = stackalloc byte[64];
        attributes.Clear();
        attributes[4] = 64;
        attributes[8] = 1;
        attributes[40] = 0b0110_0000;
        nint number = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 298 : 241;
        nint descriptor = PerfEventOpen(number, ref attributes[0], 0, -1, -1, 0);
        int error = Marshal.GetLastPInvokeError();
        if (descriptor < 0) return Refused(error);
        _ = Close((int)descriptor);
        return new("hardware counters", "readable");
    }

    private static Finding Refused(int error) => error switch
    {
        NoSuchCounter or NotSupported => new("hardware counters", "not offered by this (virtual) machine",
            "The notebooks show simulated counts instead, labelled; a machine of metal has real ones."),
        NotPermitted or AccessDenied => new("hardware counters", "not permitted",
            "Outside a container: sysctl kernel.perf_event_paranoid=1. Inside: start it with a seccomp profile that allows perf_event_open."),
        _ => new("hardware counters", $"refused (error {error})", "The notebooks show simulated counts instead, labelled."),
    };

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint PerfEventOpen(nint number, ref byte attributes, nint process, nint processor, nint group, nint flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}

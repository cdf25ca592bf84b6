using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Course.Measure.Counting;

/// <summary>One counter on one thread, read directly from the kernel (perf_event_open(2)).</summary>
internal sealed partial class PerfEvent : IDisposable
{
    private const int AccessDenied = 13;
    private const nuint Enable = 0x2400, Disable = 0x2401;
    private readonly int _descriptor;

    private PerfEvent(int descriptor, bool userOnly) => (_descriptor, UserOnly) = (descriptor, userOnly);

    /// <summary>True when what the system's kernel did on behalf of the thread is not counted, because this user may not look there.</summary>
    public bool UserOnly { get; }

    /// <summary>Opens it; with <paramref name="errno"/> when the system refuses. Falls back to the program's own code where only that is allowed.</summary>
    public static bool TryOpen(CounterKind kind, int thread, [NotNullWhen(true)] out PerfEvent? opened, out int errno)
    {
        // Processor counters leave the system's kernel out everywhere, so that they mean the same with and without rights.
        bool userOnly = CounterDefinition.Of(kind).IsHardware;
        int descriptor = Open(kind, thread, userOnly, out errno);
        if (descriptor < 0 && errno == AccessDenied && !userOnly) descriptor = Open(kind, thread, userOnly = true, out errno);
        opened = descriptor < 0 ? null : new PerfEvent(descriptor, userOnly);
        return opened is not null;
    }

    public void Start() => _ = Ioctl(_descriptor, Enable, 0);

    public void Stop() => _ = Ioctl(_descriptor, Disable, 0);

    public PerfReading Read()
    {
        Span<ulong> values = stackalloc ulong[3];
        nint length = ReadBytes(_descriptor, ref values[0], 24);
        return length == 24 ? new PerfReading(values[0], values[1], values[2]) : throw new IOException($"A counter could not be read (error {Marshal.GetLastPInvokeError()}).");
    }

    public void Dispose() => _ = Close(_descriptor);

    private static int Open(CounterKind kind, int thread, bool userOnly, out int errno)
    {
        var attributes = PerfEventAttributes.Of(kind, userOnly);
        const nuint closeOnExec = 8;
        nint number = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 298 : 241;
        nint descriptor = SystemCall(number, ref attributes, thread, -1, -1, closeOnExec);
        errno = descriptor < 0 ? Marshal.GetLastPInvokeError() : 0;
        return (int)descriptor;
    }

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, ref PerfEventAttributes attributes, nint thread, nint processor, nint group, nuint flags);

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Ioctl(int descriptor, nuint request, nint argument);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint ReadBytes(int descriptor, ref ulong values, nuint length);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}

using System.Runtime.InteropServices;

namespace Peers;

/// <summary>
/// Binds a thread to the cores where the caller is not. Linux may else wake it on the caller's own core, and two pieces of work at once would share it.
/// </summary>
internal static partial class SecondCore
{
    [LibraryImport("libc", EntryPoint = "gettid")]
    public static partial int ThreadId();

    public static void Bind(int thread)
    {
        ulong cores = (1UL << Math.Min(Environment.ProcessorCount, 63)) - 1 & ~(1UL << CurrentCore());
        if (SetAffinity(thread, sizeof(ulong), cores) != 0) throw new InvalidOperationException("Two pieces of work at once need two cores.");
    }

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    private static partial int CurrentCore();

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nuint bytes, in ulong cores);
}

using System.Runtime.InteropServices;

namespace Course.Blur.Box;

/// <summary>
/// Makes a sleeping thread wake on another core than the one that wakes it. Left to itself, Linux often wakes it on the waker's own core though
/// another is idle (seen in a virtual machine with two cores); the two then share one core for milliseconds, longer than a whole blur.
/// On other systems, and where affinities may not be set, nothing happens.
/// </summary>
internal sealed unsafe partial class OtherCore
{
    // 1024 cores, what the C library's own type holds.
    private const int Words = 16;

    private readonly int _thread;
    private readonly ulong[] _allowed = new ulong[Words];

    private OtherCore(int thread) => _thread = thread;

    /// <summary>For the thread that calls; null where the system does not offer this.</summary>
    public static OtherCore? OfThisThread()
    {
        if (!OperatingSystem.IsLinux()) return null;
        try
        {
            var own = new OtherCore(ThreadId());
            fixed (ulong* allowed = own._allowed) return Affinity(own._thread, Words * sizeof(ulong), allowed) == 0 ? own : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null; // an old C library
        }
    }

    /// <summary>Says, before the thread is woken, that it must not run on the calling thread's core.</summary>
    public void LeaveThisCore()
    {
        ulong* others = stackalloc ulong[Words];
        _allowed.CopyTo(new Span<ulong>(others, Words));
        int core = CurrentCore();
        if ((uint)core >= 64 * Words) return;
        others[core / 64] &= ~(1UL << core % 64);
        // Where there is no other core, the system refuses the empty set, and nothing changes.
        SetAffinity(_thread, Words * sizeof(ulong), others);
    }

    /// <summary>Says, once the thread runs, that the system may move it again wherever it was allowed at first.</summary>
    public void Anywhere()
    {
        fixed (ulong* allowed = _allowed) SetAffinity(_thread, Words * sizeof(ulong), allowed);
    }

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int ThreadId();

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    private static partial int CurrentCore();

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int Affinity(int thread, nuint bytes, ulong* cores);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nuint bytes, ulong* cores);
}

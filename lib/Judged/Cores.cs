using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Judged;

/// <summary>
/// Lets a parallel method begin with a thread ready on each of several cores. On a busy machine Linux wakes a thread where it ran last
/// or where its waker runs: two that were once caught on one core stay there for seconds, and parallel work takes as long as serial work.
/// </summary>
internal static partial class Cores
{
    private const int MaskWords = 16, Most = 4;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(10), LongestHold = TimeSpan.FromMilliseconds(30);

    private static readonly ulong[] Allowed = new ulong[MaskWords];
    private static readonly int[] Numbers = Find();
    private static int _turn, _arrived;
    private static volatile int _gathering;

    /// <summary>Brings threads of the pool to cores of their own and holds them there until <see cref="Release"/>, or for a while.</summary>
    public static void Gather()
    {
        int others = Math.Min(Numbers.Length, Most) - 1, gathering = ++_gathering;
        if (others < 1) return;
        // Another core for this thread each time: none is the busiest for all samples.
        int first = _turn++;
        Volatile.Write(ref _arrived, 0);
        for (int i = 1; i <= others; i++) ThreadPool.UnsafeQueueUserWorkItem(core => Hold(core, gathering), first + i, preferLocal: false);
        MoveTo(first);
        long began = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref _arrived) < others && Stopwatch.GetElapsedTime(began) < LongestWait) Thread.Yield();
    }

    public static void Release() => _gathering++;

    private static void Hold(int core, int gathering)
    {
        MoveTo(core);
        Interlocked.Increment(ref _arrived);
        long began = Stopwatch.GetTimestamp();
        while (_gathering == gathering && Stopwatch.GetElapsedTime(began) < LongestHold) Thread.SpinWait(20);
    }

    /// <summary>Goes there and may leave again.</summary>
    private static void MoveTo(int turn)
    {
        int core = Numbers[turn % Numbers.Length];
        var one = new ulong[MaskWords];
        one[core / 64] = 1ul << core % 64;
        if (Set(0, MaskWords * sizeof(ulong), one) == 0) Set(0, MaskWords * sizeof(ulong), Allowed);
    }

    private static int[] Find() => OperatingSystem.IsLinux() && Get(0, MaskWords * sizeof(ulong), Allowed) == 0
        ? [.. Enumerable.Range(0, MaskWords * 64).Where(core => (Allowed[core / 64] >> core % 64 & 1) != 0)]
        : [];

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int Get(int thread, nint bytes, [In, Out] ulong[] mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int Set(int thread, nint bytes, ulong[] mask);
}

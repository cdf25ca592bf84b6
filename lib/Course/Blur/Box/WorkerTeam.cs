using System.Diagnostics;
using System.Numerics;

namespace Course.Blur.Box;

/// <summary>
/// Threads that help with one job at a time. <c>Parallel.For</c> wakes sleeping threads for every call, which takes longer than blurring a
/// picture in cache; these keep looking for work for half a millisecond after the last job, so back-to-back calls find them awake, and
/// then sleep. The caller works too and takes whatever nobody else has taken, so a helper that wakes late costs nothing. Each thread begins with
/// its own share of the strips, the same in every job, because its core's cache still holds what the last job left there.
/// </summary>
internal static class WorkerTeam
{
    public const int MostStrips = 32;

    private const double AwakeMilliseconds = 0.5, InARowMilliseconds = 0.1;
    private const int CallsThatWake = 1;

    private static readonly SemaphoreSlim s_wake = new(0);
    private static readonly Lock s_starting = new();
    private static StripJob? s_job;
    // The job's number above, a bit for each strip that nobody has taken yet below: one word, so that a late helper cannot take a strip of the wrong job.
    private static OwnCacheLine s_ticket;
    private static int s_occupied, s_sleeping, s_helpers, s_strips, s_workers;
    // Of each helper that sleeps.
    private static readonly OtherCore?[] s_asleep = new OtherCore?[Environment.ProcessorCount];
    private static long s_lastCall;
    private static int s_callsInARow;

    /// <summary>Whether a job would find a helper awake.</summary>
    public static bool IsAwake => Volatile.Read(ref s_helpers) > Volatile.Read(ref s_sleeping);

    /// <summary>Notes a call that is too small to wake anybody for. Several in a row wake the helpers for those that follow.</summary>
    public static void NoteCall(int helpers)
    {
        long now = Stopwatch.GetTimestamp();
        bool follows = Stopwatch.GetElapsedTime(s_lastCall, now).TotalMilliseconds < InARowMilliseconds;
        s_lastCall = now;
        s_callsInARow = follows ? s_callsInARow + 1 : 0;
        if (s_callsInARow < CallsThatWake) return;
        s_callsInARow = 0;
        Recruit(helpers);
        Wake();
    }

    /// <summary>Runs every strip, on this thread and up to <paramref name="helpers"/> others. While another job runs, on this thread only.</summary>
    /// <param name="strips">At most <see cref="MostStrips"/>.</param>
    public static void Run(StripJob job, int strips, int helpers)
    {
        job.Start(strips);
        if (helpers > 0 && Interlocked.CompareExchange(ref s_occupied, 1, 0) == 0)
        {
            try
            {
                Recruit(helpers);
                // Written only when they change, so that the helpers' cores keep their copies.
                if (s_job != job) s_job = job;
                if (s_strips != strips) s_strips = strips;
                if (s_workers != helpers + 1) s_workers = helpers + 1;
                Volatile.Write(ref s_ticket.Value, ((s_ticket.Value >> 32) + 1 << 32) | uint.MaxValue >> (MostStrips - strips) & ~1u);
                Wake();
                int own = 0, strip = 0;
                for (bool taken = true; taken; taken = Take(0, out strip), own++) job.Run(strip);
                job.Wait(own);
            }
            finally
            {
                Volatile.Write(ref s_occupied, 0);
            }
            return;
        }
        for (int strip = 0; strip < strips; strip++) job.Run(strip);
        job.Wait(strips);
    }

    private static void Recruit(int helpers)
    {
        if (Volatile.Read(ref s_helpers) >= helpers) return;
        lock (s_starting)
        {
            while (s_helpers < helpers)
            {
                int worker = ++s_helpers;
                new Thread(() => Help(worker)) { IsBackground = true, Name = "box blur helper" }.Start();
            }
        }
    }

    private static void Wake()
    {
        if (Volatile.Read(ref s_sleeping) == 0) return;
        int sleeping = Interlocked.Exchange(ref s_sleeping, 0);
        if (sleeping <= 0) return;
        // Before they are awake: on the caller's own core they would have to wait until it sleeps.
        foreach (ref OtherCore? helper in s_asleep.AsSpan()) Interlocked.Exchange(ref helper, null)?.LeaveThisCore();
        s_wake.Release(sleeping);
    }

    /// <summary>The next strip of the worker's own share; when that is done, the last of anybody's.</summary>
    private static bool Take(int worker, out int strip)
    {
        while (true)
        {
            long ticket = Volatile.Read(ref s_ticket.Value);
            uint free = (uint)ticket;
            int workers = s_workers;
            strip = 0;
            if (free == 0 || worker >= workers) return false;
            int share = worker * s_strips / workers, shareEnd = (worker + 1) * s_strips / workers;
            uint own = free & (uint)((1L << shareEnd) - (1L << share));
            strip = own != 0 ? BitOperations.TrailingZeroCount(own) : BitOperations.Log2(free);
            if (Interlocked.CompareExchange(ref s_ticket.Value, ticket & ~(1L << strip), ticket) == ticket) return true;
        }
    }

    private static void Help(int worker)
    {
        OtherCore? core = OtherCore.OfThisThread();
        long last = Stopwatch.GetTimestamp();
        while (true)
        {
            bool worked = false;
            // Whoever took a strip knows that its job is unfinished, so the job is still there.
            for (; Take(worker, out int strip); worked = true)
            {
                StripJob job = s_job!;
                job.Run(strip);
                job.Finished();
            }

            if (worked) last = Stopwatch.GetTimestamp();
            else if (Stopwatch.GetElapsedTime(last).TotalMilliseconds < AwakeMilliseconds) Thread.SpinWait(1);
            else
            {
                Volatile.Write(ref s_asleep[worker], core);
                Interlocked.Increment(ref s_sleeping);
                s_wake.Wait();
                core?.Anywhere();
                last = Stopwatch.GetTimestamp();
            }
        }
    }
}

using System.Diagnostics;

namespace Course.Blur.Box;

/// <summary>
/// Threads that help with one job at a time. <c>Parallel.For</c> wakes sleeping threads for every call, which takes longer than blurring a
/// picture in cache; these keep looking for work for half a millisecond after the last job, so back-to-back calls find them awake, and
/// then sleep. The caller works too and takes whatever nobody else has taken, so a helper that wakes late costs nothing.
/// </summary>
internal static class WorkerTeam
{
    private const double AwakeMilliseconds = 0.5;

    private static readonly SemaphoreSlim s_wake = new(0);
    private static readonly Lock s_starting = new();
    private static StripJob? s_job;
    // The job's number above, the strips nobody has taken yet below: one word, so that a late helper cannot take a strip of the wrong job.
    private static long s_ticket;
    private static int s_occupied, s_sleeping, s_helpers;

    /// <summary>Whether a job would find a helper awake.</summary>
    public static bool IsAwake => Volatile.Read(ref s_helpers) > Volatile.Read(ref s_sleeping);

    /// <summary>Runs every strip, on this thread and up to <paramref name="helpers"/> others. While another job runs, on this thread only.</summary>
    public static void Run(StripJob job, int strips, int helpers)
    {
        job.Start(strips);
        if (helpers > 0 && Interlocked.CompareExchange(ref s_occupied, 1, 0) == 0)
        {
            try
            {
                Recruit(helpers);
                s_job = job;
                Volatile.Write(ref s_ticket, ((s_ticket >> 32) + 1 << 32) | (uint)strips);
                int sleeping = Interlocked.Exchange(ref s_sleeping, 0);
                if (sleeping > 0) s_wake.Release(sleeping);
                while (Take(out int strip)) job.Run(strip);
                job.Wait();
            }
            finally
            {
                s_job = null;
                Volatile.Write(ref s_occupied, 0);
            }
            return;
        }
        for (int strip = 0; strip < strips; strip++) job.Run(strip);
        job.Wait();
    }

    private static void Recruit(int helpers)
    {
        if (Volatile.Read(ref s_helpers) >= helpers) return;
        lock (s_starting)
        {
            for (; s_helpers < helpers; s_helpers++)
                new Thread(Help) { IsBackground = true, Name = "box blur helper" }.Start();
        }
    }

    private static bool Take(out int strip)
    {
        while (true)
        {
            long ticket = Volatile.Read(ref s_ticket);
            strip = (int)(uint)ticket - 1;
            if (strip < 0) return false;
            if (Interlocked.CompareExchange(ref s_ticket, ticket - 1, ticket) == ticket) return true;
        }
    }

    private static void Help()
    {
        long last = Stopwatch.GetTimestamp();
        while (true)
        {
            bool worked = false;
            // Whoever took a strip knows that its job is unfinished, so the job is still there.
            for (; Take(out int strip); worked = true) s_job!.Run(strip);
            if (worked) last = Stopwatch.GetTimestamp();
            else if (Stopwatch.GetElapsedTime(last).TotalMilliseconds < AwakeMilliseconds) Thread.SpinWait(10);
            else
            {
                Interlocked.Increment(ref s_sleeping);
                s_wake.Wait();
                last = Stopwatch.GetTimestamp();
            }
        }
    }
}

using System.Diagnostics;

namespace Course.Patterns;

/// <summary>
/// Thread-pool starvation: many pool threads stand still in a blocking wait, and new work has to wait until the pool, slowly, adds threads.
/// </summary>
public static class Starvation
{
    /// <summary>
    /// Starts <paramref name="waits"/> waits of the given length on the thread pool, blocking or awaiting, and meanwhile asks every 20 ms
    /// how long a tiny new piece of work has to wait for a thread.
    /// </summary>
    /// <returns>When it was asked and what it waited, both in milliseconds.</returns>
    public static IReadOnlyList<(double AtMilliseconds, double WaitedMilliseconds)> Probe(int waits, TimeSpan length, bool blocking)
    {
        long start = Stopwatch.GetTimestamp();
        Task[] busy = [.. Enumerable.Range(0, waits).Select(_ => blocking
            ? Task.Run(() => Thread.Sleep(length))
            : Task.Run(async () => await Task.Delay(length)))];
        var asked = new List<Task<(double, double)>>();
        Task all = Task.WhenAll(busy);
        do
        {
            long at = Stopwatch.GetTimestamp();
            // To the end of the common queue, where every server's next request stands.
            var waited = new TaskCompletionSource<(double, double)>();
            ThreadPool.UnsafeQueueUserWorkItem(_ => waited.SetResult((Stopwatch.GetElapsedTime(start, at).TotalMilliseconds, Stopwatch.GetElapsedTime(at).TotalMilliseconds)), null);
            asked.Add(waited.Task);
            Thread.Sleep(20);
        }
        while (!all.IsCompleted);
        return [.. asked.Select(one => one.Result)];
    }
}

namespace Checks.Set;

/// <summary>From two looks at a process's threads, which of them were on a processor in between, and for which share of the time.</summary>
internal sealed class ThreadTop : Exercise
{
    public override string Id => "thread-top";

    public override string Entry => "ThreadTop.Percent";

    public override Delegate Reference => Percent;

    public override IEnumerable<Call> Cases(Random random)
    {
        yield return new Call("no threads", Array.Empty<int>(), Array.Empty<long>(), Array.Empty<int>(), Array.Empty<long>(), 1000L);
        yield return new Call("one that works", new[] { 7 }, new[] { 5_000L }, new[] { 7 }, new[] { 5_990L }, 1000L);
        yield return new Call("one that waits", new[] { 7 }, new[] { 5_000L }, new[] { 7 }, new[] { 5_000L }, 1000L);
        yield return new Call("rounded down", new[] { 7 }, new[] { 0L }, new[] { 7 }, new[] { 2L }, 3L);
        yield return new Call("one that began in between", Array.Empty<int>(), Array.Empty<long>(), new[] { 7 }, new[] { 400L }, 1000L);
        yield return new Call("one that ended", new[] { 6, 7 }, new[] { 900L, 100L }, new[] { 7 }, new[] { 600L }, 1000L);
        yield return new Call("another order", new[] { 6, 7 }, new[] { 900L, 100L }, new[] { 7, 6 }, new[] { 1_100L, 900L }, 1000L);
        yield return new Call("an id that was given again", new[] { 7 }, new[] { 5_000L }, new[] { 7 }, new[] { 300L }, 1000L);
        for (int i = 0; i < 10; i++) yield return Process(random, random.Next(1, 40), random.NextInt64(100, 5_000));
    }

    private static long[] Percent(int[] threads, long[] busy, int[] later, long[] laterBusy, long elapsed) =>
        [.. later.Zip(laterBusy, (thread, now) =>
        {
            int place = Array.IndexOf(threads, thread);
            long before = place >= 0 && busy[place] <= now ? busy[place] : 0;
            return 100 * (now - before) / elapsed;
        })];

    /// <summary>A third works, a third waits; some end, some begin, and some have an id that was another's.</summary>
    private static Call Process(Random random, int count, long elapsed)
    {
        int[] threads = [.. Enumerable.Range(100, count)];
        random.Shuffle(threads);
        long[] busy = [.. threads.Select(_ => elapsed + random.NextInt64(10_000))];
        (int Thread, long Busy)[] later =
        [
            .. threads.Zip(busy).Where(_ => random.Next(5) > 0).Select(one => (one.First, random.Next(6) switch
            {
                0 => random.NextInt64(elapsed),
                1 or 2 => one.Second,
                _ => one.Second + random.NextInt64(elapsed),
            })),
            .. Enumerable.Range(500, random.Next(4)).Select(id => (id, random.NextInt64(elapsed))),
        ];
        random.Shuffle(later);
        return new Call($"threads: {count}, {elapsed} ms apart", threads, busy, later.Select(one => one.Thread).ToArray(), later.Select(one => one.Busy).ToArray(), elapsed);
    }
}

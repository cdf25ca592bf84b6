namespace Checks.Set;

/// <summary>Keep as many calls under way as a limit allows, and no more; the judge answers them and counts.</summary>
internal sealed class BoundedConcurrency : Exercise
{
    /// <summary>
    /// Every fourth page takes a while: batches of four would always wait for one. Longer where it is timed, because on a busy machine each
    /// call comes milliseconds late. The page after it takes a moment, so that who asks for all at once is seen to; the others take no time.
    /// </summary>
    private const int SlowEvery = 4, SlowMilliseconds = 5, TimedMilliseconds = 40, ShortMilliseconds = 2;

    /// <summary>Three of the pages that are timed are slow: whoever keeps to the limit waits for them together.</summary>
    private const int TimedPages = 12, TimedAtOnce = 4;

    public override string Id => "bounded-concurrency";

    public override string Entry => "Client.Ask";

    public override Delegate Reference => AskAsync;

    public override IEnumerable<Call> Cases(Random random)
    {
        yield return Pages(random, 0, 1);
        yield return Pages(random, 1, 1);
        yield return Pages(random, 1, 4);
        yield return Pages(random, 2, 2);
        yield return Pages(random, 5, 1);
        yield return Pages(random, 9, 4);
        for (int i = 0; i < 4; i++) yield return Pages(random, random.Next(8, 20), random.Next(3, 6));
    }

    public override IReadOnlyList<Criterion> Criteria =>
    [
        new Criterion.Concurrency(random => Pages(random, 20, 5, answer => async page => { await Task.Delay(15); return answer(page); })),
        new Criterion.Speed(random => Pages(random, TimedPages, TimedAtOnce, TimedMilliseconds), OnTheWall: true, Stir: false, MostAtOnce: TimedAtOnce),
    ];

    private static Task<long[]> AskAsync(Func<long, Task<long>> ask, long[] pages, int limit) => Task.WhenAll(pages.Select(ask));

    private static async Task<long> Service(long page, int milliseconds, Func<long, long> answer)
    {
        if (page % SlowEvery == 0) await WaitAsync(milliseconds);
        else if (page % SlowEvery == 1) await WaitAsync(ShortMilliseconds);
        return answer(page);
    }

    /// <summary>On a thread that sleeps: it wakes to 0.1 ms, while a delay of the pool's ends 0 to 4 ms late.</summary>
    private static Task WaitAsync(int milliseconds) => Task.Factory.StartNew(() => Thread.Sleep(milliseconds), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Call Pages(Random random, int count, int limit, int slow = SlowMilliseconds) => Pages(random, count, limit, answer => page => Service(page, slow, answer));

    /// <summary>Numbered on from a multiple of four, so that the first page is slow and its answer comes after others.</summary>
    private static Call Pages(Random random, int count, int limit, Func<Func<long, long>, Func<long, Task<long>>> service)
    {
        long first = SlowEvery * random.Next(1_000_000);
        // No rule: what can be worked out need not be asked.
        long[] answers = [.. Enumerable.Range(0, Math.Max(1, count)).Select(_ => random.NextInt64(1_000_000))];
        return new Call($"pages: {count}, at once: {limit}", service(page => answers[Math.Clamp(page - first, 0, answers.Length - 1)]), Enumerable.Range(0, count).Select(i => first + i).ToArray(), limit);
    }
}

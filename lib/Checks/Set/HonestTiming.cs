namespace Checks.Set;

/// <summary>Sum up timings that begin cold and are disturbed now and then, by a median and a spread.</summary>
internal sealed class HonestTiming : Exercise
{
    public override string Id => "honest-timing";

    public override string Entry => "Timed.Summary";

    public override Delegate Reference => Summary;

    public override double Tolerance => 1e-12;

    public override IEnumerable<Call> Cases(Random random)
    {
        yield return new Call("one reading, no warm-up", (Func<long, long>)(_ => 100), 0, 1);
        yield return new Call("one reading after two of warm-up", (Func<long, long>)(i => i < 2 ? 900 : 100), 2, 1);
        yield return new Call("readings 4, 3, 2, 1", (Func<long, long>)(i => 4 - i), 0, 4);
        foreach (var (warmUps, readings) in new[] { (0, 5), (1, 3), (2, 8), (5, 21) }) yield return Readings(random, warmUps, readings);
        for (int i = 0; i < 6; i++) yield return Readings(random, random.Next(1, 10), random.Next(2, 60));
    }

    /// <summary>Four of warm-up and thirty that count.</summary>
    public override IReadOnlyList<Criterion> Criteria => [new Criterion.Operations(random => Readings(random, 4, 30))];

    private static double[] Summary(Func<long, long> time, int warmUps, int readings)
    {
        double[] sorted = [.. Enumerable.Range(warmUps, readings).Select(i => (double)time(i)).Order()];
        double median = sorted[readings / 2];
        return [median, (sorted[3 * readings / 4] - sorted[readings / 4]) / median];
    }

    /// <summary>Cold readings are slow, warm ones differ by a tenth, and one in eight is disturbed. The i-th is always the same.</summary>
    private static Call Readings(Random random, int warmUps, int readings)
    {
        long usual = random.Next(1_000, 100_000);
        long[] nanoseconds = [.. Enumerable.Range(0, warmUps + readings).Select(i =>
            i < warmUps ? usual * random.Next(5, 50)
            : random.Next(8) == 0 ? usual * random.Next(3, 60)
            : usual + random.NextInt64(usual / 10))];
        return new Call($"warm-up: {warmUps}, readings: {readings}", (Func<long, long>)(i => nanoseconds[Math.Clamp(i, 0, nanoseconds.Length - 1)]), warmUps, readings);
    }
}

namespace Course.Measure;

/// <summary>Measures pieces of work in equally many rounds, so that the ratio of each round can be taken.</summary>
internal static class Rivals
{
    private const int FewestRounds = 15, SlowRounds = 5;

    public static Comparison Compare((string Label, Action Work) first, (string Label, Action Work) second)
    {
        TimedWork a = new(first.Label, first.Work), again = new(first.Label, first.Work), b = new(second.Label, second.Work);
        TimedWork[] works = [a, again, b];
        TierWatch.Start();
        TimedWork.WarmUp(works);
        GC.Collect();
        int rounds = works.Any(work => work.IsSlow) ? SlowRounds : Math.Max(FewestRounds, works.Min(work => work.SamplesWanted));
        for (int round = 0; round < rounds; round++)
        {
            Random.Shared.Shuffle(works);
            foreach (TimedWork work in works) work.Sample();
        }
        double[] ratios = Ratios(a, b, rounds), same = Ratios(a, again, rounds);
        MedianInterval interval = MedianInterval.Of(ratios), noise = MedianInterval.Of(same);
        IReadOnlyList<string> tiers = TierWatch.Of([a.Method, b.Method]);
        return new Comparison(first.Label, second.Label, Quantiles.Median(ratios), interval.Low, interval.High, interval.Confidence,
            Math.Exp(Math.Max(Math.Abs(Math.Log(noise.Low)), Math.Abs(Math.Log(noise.High)))) - 1)
        {
            Conditions = $"'{first.Label}': {tiers[0]}; '{second.Label}': {tiers[1]}.\n{Machine.Current}\n{JitSettings.Current}",
        };
    }

    /// <summary>The last <paramref name="rounds"/> samples of both, round by round.</summary>
    private static double[] Ratios(TimedWork a, TimedWork b, int rounds) =>
        [.. a.Milliseconds.TakeLast(rounds).Zip(b.Milliseconds.TakeLast(rounds), (one, other) => one / other)];
}

namespace Cli.Bench;

/// <summary>What many timed runs of one simulator on one trace say, in million accesses per second.</summary>
/// <param name="Rival">The other simulator's row that this one is compared with, or null.</param>
/// <param name="TimesRival">Median over the rounds of this one's speed by the rival's beside it.</param>
internal sealed record CacheSpeed(string Workload, string Simulator, double Median, double Lowest, double Highest, string? Rival, double? TimesRival)
{
    public const string OneLevel = "one level", ThreeClasses = "one level, misses in three classes", TwoLevels = "two levels with write-backs", ThreeLevels = "three levels with write-backs",
        Strides = "one level, loops as strides", PeerOneLevel = "peer, one level", PeerTwoLevels = "peer, two levels";

    private static readonly Dictionary<string, string> Rivals = new()
    {
        [OneLevel] = PeerOneLevel,
        [ThreeLevels] = PeerTwoLevels,
        [ThreeClasses] = OneLevel,
        [Strides] = OneLevel,
    };

    public static IReadOnlyList<CacheSpeed> Summarise(IReadOnlyList<CacheSample> samples)
    {
        ILookup<(string, string), double> speeds = samples.ToLookup(sample => (sample.Workload, sample.Simulator), sample => sample.Speed);
        return [.. speeds.Select(own => Summarise(own.Key.Item1, own.Key.Item2, [.. own], speeds))];
    }

    private static CacheSpeed Summarise(string workload, string simulator, double[] own, ILookup<(string, string), double> speeds)
    {
        string? rival = Rivals.GetValueOrDefault(simulator);
        double[] ratios = rival is null ? [] : [.. own.Zip(speeds[(workload, rival)], (ours, theirs) => ours / theirs)];
        return new CacheSpeed(workload, simulator, Math.Round(MedianOf(own), 1), Math.Round(own.Min(), 1), Math.Round(own.Max(), 1),
            ratios.Length == 0 ? null : rival, ratios.Length == 0 ? null : Math.Round(MedianOf(ratios), 2));
    }

    private static double MedianOf(double[] values) => values.Order().ElementAt(values.Length / 2);
}

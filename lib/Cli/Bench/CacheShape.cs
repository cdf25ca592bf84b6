using Course.Caches;

namespace Cli.Bench;

/// <summary>How much work a trace makes for each level, per access of the program: what bounds a simulator's speed.</summary>
/// <param name="Misses">Misses of the first level.</param>
/// <param name="SecondLevel">Requests that reach the second level, write-backs included.</param>
/// <param name="ThirdLevel">Requests that reach the third.</param>
/// <param name="FirstNanoseconds">What one level takes for an access, the reading of the trace included.</param>
/// <param name="SecondNanoseconds">What the second level adds for a request that reaches it; null where too few do to tell.</param>
/// <param name="ThirdNanoseconds">What the third level adds for a request that reaches it.</param>
internal sealed record CacheShape(string Workload, int Accesses, double Misses, double SecondLevel, double ThirdLevel,
    double FirstNanoseconds, double? SecondNanoseconds, double? ThirdNanoseconds)
{
    private const double LeastShare = 0.05;

    public static CacheShape Of(CacheWorkload workload, CacheConfiguration threeLevels, IReadOnlyList<CacheSpeed> speeds)
    {
        IReadOnlyList<CacheCounts> levels = CacheTotals.Of(threeLevels, workload.Trace).Levels;
        double Share(long count) => Math.Round((double)count / workload.Trace.Count, 4);
        double Nanoseconds(string simulator) => 1000 / speeds.First(speed => speed.Workload == workload.Name && speed.Simulator == simulator).Median;
        double? Added(string with, string without, double share) =>
            share < LeastShare ? null : Math.Round((Nanoseconds(with) - Nanoseconds(without)) / share, 2);
        double second = Share(levels[1].Accesses), third = Share(levels[2].Accesses);
        return new CacheShape(workload.Name, workload.Trace.Count, Share(levels[0].Misses), second, third, Math.Round(Nanoseconds(CacheSpeed.OneLevel), 2),
            Added(CacheSpeed.TwoLevels, CacheSpeed.OneLevel, second), Added(CacheSpeed.ThreeLevels, CacheSpeed.TwoLevels, third));
    }
}

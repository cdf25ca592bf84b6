using Course.Caches;

namespace Cli.Bench;

/// <summary>How much work a trace makes for each level, per access of the program: what bounds a simulator's speed.</summary>
/// <param name="Misses">Misses of the first level.</param>
/// <param name="SecondLevel">Requests that reach the second level, write-backs included.</param>
/// <param name="ThirdLevel">Requests that reach the third.</param>
internal sealed record CacheShape(string Workload, int Accesses, double Misses, double SecondLevel, double ThirdLevel)
{
    public static CacheShape Of(CacheWorkload workload, CacheConfiguration threeLevels)
    {
        IReadOnlyList<CacheCounts> levels = CacheTotals.Of(threeLevels, workload.Trace).Levels;
        double Share(long count) => Math.Round((double)count / workload.Trace.Count, 4);
        return new CacheShape(workload.Name, workload.Trace.Count, Share(levels[0].Misses), Share(levels[1].Accesses), Share(levels[2].Accesses));
    }
}

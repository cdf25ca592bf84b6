using Course.Traces;

namespace Course.Caches.Reports;

/// <summary>Answers "what if" for a first-level cache, by playing the same trace again with one thing changed.</summary>
public static class Counterfactuals
{
    private static readonly string[] OtherPolicies = ["LRU", "FIFO", "PLRU-tree", "QLRU_H11_M1_R0_U0"];

    /// <param name="level">The real cache, alone.</param>
    public static IReadOnlyList<Counterfactual> Of(LevelConfiguration level, Trace trace, AccessMode mode = AccessMode.Split)
    {
        level = level with { Classify = false };
        CacheGeometry geometry = level.Geometry;
        CacheCounts real = Play(level, trace, mode);
        var answers = new List<Counterfactual>();

        void Answer(string change, long misses) =>
            answers.Add(new Counterfactual(change, misses, real.Accesses == 0 ? 0 : (double)misses / real.Accesses, real.Misses - misses));

        void TryPlay(string change, LevelConfiguration other, Trace? played)
        {
            if (played is not null) Answer(change, Play(other, played, mode).Misses);
        }

        Answer("as it is", real.Misses);
        TryPlay("twice the ways, same size", level with { Geometry = Rearranged(geometry, geometry.Ways * 2) }, geometry.Sets % 2 == 0 ? trace : null);
        TryPlay("twice the size, same ways", level with { Geometry = new CacheGeometry(geometry.Sets * 2, geometry.Ways, geometry.LineBytes) }, trace);
        TryPlay("one set of all ways", level with { Geometry = Rearranged(geometry, geometry.Lines) }, geometry.Sets > 1 ? trace : null);
        TryPlay("rows one line longer", level, PaddedPitch.Apply(trace, geometry.LineBytes));
        foreach (string policy in OtherPolicies)
            TryPlay($"policy {policy}", level with { Policy = policy }, policy.Equals(level.Policy, StringComparison.OrdinalIgnoreCase) ? null : trace);
        if (level.Prefetch == PrefetchKind.None) TryPlay("next line fetched on a miss", level with { Prefetch = PrefetchKind.NextLineOnMiss }, trace);
        Answer("best possible policy (Belady)", Belady.CountMisses(trace, geometry, mode));
        Answer("no cache", real.Accesses);
        return answers;
    }

    private static CacheGeometry Rearranged(CacheGeometry geometry, int ways) =>
        new(Math.Max(1, geometry.Lines / ways), ways, geometry.LineBytes);

    private static CacheCounts Play(LevelConfiguration level, Trace trace, AccessMode mode) =>
        CacheTotals.Of(new CacheConfiguration([level], Access: mode), trace).Levels[0];
}

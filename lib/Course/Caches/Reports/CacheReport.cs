using Course.Traces;

namespace Course.Caches.Reports;

/// <summary>Everything that one simulated trace has to say.</summary>
/// <param name="FirstLevel">The first data level played alone, its misses split in three.</param>
/// <param name="Counterfactuals">That level with one thing changed at a time.</param>
/// <param name="ExampleMiss">The story of the miss asked for, else of the last one that was not a first use; null when there is none.</param>
/// <param name="Moment">The access asked for; null when none was.</param>
/// <param name="Latency">What the estimate takes a hit at each level to cost.</param>
/// <param name="EstimatedCycles">By <see cref="LatencyModel"/>; null for hierarchies whose counts do not tell who served an access.</param>
public sealed record CacheReport(
    CacheConfiguration Configuration,
    int TraceAccesses,
    IReadOnlyList<CacheCounts> Levels,
    MemoryCounts Memory,
    long FlushBytes,
    double? EstimatedCycles,
    CacheCounts FirstLevel,
    IReadOnlyList<Counterfactual> Counterfactuals,
    IReadOnlyList<AttributionRow> Attribution,
    IReadOnlyList<EvictionRow> Evictions,
    IReadOnlyList<UsedBytesRow> UsedBytes,
    IReadOnlyList<ReuseRow> Reuse,
    IReadOnlyList<SetPressureRow> Sets,
    MissStory? ExampleMiss,
    CacheMoment? Moment,
    LatencyModel Latency)
{
    /// <param name="at">The access to look at closely; null is none.</param>
    /// <exception cref="ArgumentException">A configuration that contradicts itself, or an access outside the trace.</exception>
    public static CacheReport Of(CacheConfiguration configuration, Trace trace, LatencyModel? latency = null, int? at = null)
    {
        latency ??= LatencyModel.Default;
        CacheMoment? moment = at is null ? null : CacheMoment.Of(configuration, trace, at.Value);
        int dataLevel = configuration.Hierarchy == HierarchyKind.Cachegrind ? 1 : 0;
        var attribution = new Attribution(configuration, trace);
        var usedBytes = new UsedBytes(configuration, trace, dataLevel);
        var pressure = new SetPressure(configuration, dataLevel);
        var lastMiss = new LastRepeatedMiss(dataLevel);
        var simulator = new CacheSimulator(configuration, new ObserverGroup(attribution, usedBytes, pressure, lastMiss));
        simulator.Run(trace);

        LevelConfiguration first = configuration.Levels[dataLevel];
        AccessMode mode = configuration.Access == AccessMode.Cachegrind ? AccessMode.Split : configuration.Access;
        CacheTotals classified = CacheTotals.Of(new CacheConfiguration([first with { Classify = true }], Access: mode), trace);
        bool servedByLevel = configuration.Hierarchy is HierarchyKind.Dinero or HierarchyKind.Inclusive or HierarchyKind.Exclusive or HierarchyKind.Nine;

        return new CacheReport(
            configuration, trace.Count, simulator.Counts, simulator.Memory, simulator.Hierarchy.FlushBytes(),
            servedByLevel ? latency.Cycles(simulator.Counts) : null,
            classified.Levels[0],
            Reports.Counterfactuals.Of(first, trace, mode),
            attribution.Rows(), attribution.Evictions(), usedBytes.Rows(),
            ReuseDistances.Histogram(trace, first.Geometry, mode),
            pressure.Rows(),
            (at ?? lastMiss.Access) is >= 0 and var missed ? MissStory.Of(first, trace, missed, mode) : null,
            moment, latency);
    }

    private sealed class LastRepeatedMiss(int level) : ICacheObserver
    {
        private readonly HashSet<ulong> _seen = [];

        public int Access { get; private set; } = -1;

        public void On(in CacheEvent happened)
        {
            if (happened.Level == level && happened.Kind == CacheEventKind.Miss && !_seen.Add(happened.Line)) Access = happened.Access;
        }
    }
}

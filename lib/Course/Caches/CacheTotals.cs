using Course.Caches.Streams;
using Course.Traces;

namespace Course.Caches;

/// <summary>What every level and the memory counted over a whole trace.</summary>
public sealed record CacheTotals(IReadOnlyList<CacheCounts> Levels, MemoryCounts Memory)
{
    /// <summary>
    /// Plays a whole trace for its counts alone, in whichever way is quickest; every way counts the same.
    /// Use <see cref="CacheSimulator"/> to step, to look inside, or to be told of events.
    /// </summary>
    /// <exception cref="ArgumentException">A configuration that contradicts itself.</exception>
    public static CacheTotals Of(CacheConfiguration configuration, ReadOnlySpan<Access> accesses)
    {
        if (configuration.Levels.Count > 0 && CacheStream.CanRun(configuration))
        {
            using var stream = new CacheStream(configuration);
            if (stream.Run(accesses)) return stream.Totals();
        }
        var simulator = new CacheSimulator(configuration);
        simulator.Run(accesses);
        return new CacheTotals(simulator.Counts, simulator.Memory);
    }

    public static CacheTotals Of(CacheConfiguration configuration, Trace trace) => Of(configuration, trace.Accesses);

    /// <summary>
    /// Plays loops given as bases and strides. Where a stream can, iterations that touch the same lines as the one before are only
    /// counted, which changes no count; access mode split only.
    /// </summary>
    public static CacheTotals Of(CacheConfiguration configuration, IEnumerable<AffineLoop> loops)
    {
        if (configuration.Access == AccessMode.Split && configuration.Levels.Count > 0 && CacheStream.CanRun(configuration))
        {
            using var stream = new CacheStream(configuration);
            if (stream.Run(loops)) return stream.Totals();
        }
        var trace = new Trace();
        foreach (AffineLoop loop in loops) loop.AppendTo(trace);
        return Of(configuration, trace);
    }
}

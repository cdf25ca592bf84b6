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
            var stream = new CacheStream(configuration);
            stream.Run(accesses);
            return stream.Totals();
        }
        var simulator = new CacheSimulator(configuration);
        simulator.Run(accesses);
        return new CacheTotals(simulator.Counts, simulator.Memory);
    }

    public static CacheTotals Of(CacheConfiguration configuration, Trace trace) => Of(configuration, trace.Accesses);
}

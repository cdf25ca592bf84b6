namespace Course.Caches;

/// <summary>
/// Turns counts into estimated cycles: every access costs the latency of the level that served it, one after another.
/// A processor overlaps independent misses and prefetches, so this is what a chain of dependent loads would cost, an upper bound.
/// </summary>
/// <param name="LevelCycles">Cycles until the data of a hit is there, level 0 first.</param>
/// <param name="MemoryCycles">Cycles when every level missed.</param>
public sealed record LatencyModel(IReadOnlyList<double> LevelCycles, double MemoryCycles)
{
    /// <summary>4, 12 and 40 cycles for three levels, 100 for memory.</summary>
    public static LatencyModel Default { get; } = new([4, 12, 40], 100);

    /// <summary>Cycles of the whole trace. Write-backs cost nothing, because nobody waits for them.</summary>
    /// <exception cref="ArgumentException">More levels than latencies.</exception>
    public double Cycles(IReadOnlyList<CacheCounts> levels)
    {
        if (levels.Count > LevelCycles.Count) throw new ArgumentException($"{levels.Count} levels need as many latencies, not {LevelCycles.Count}.");
        double cycles = 0;
        long missed = 0;
        for (int level = 0; level < levels.Count; level++)
        {
            // Below the first level only reads are waited for; the writes there are victims.
            CacheCounts counts = levels[level];
            missed = level == 0 ? counts.Misses : counts.ReadMisses;
            cycles += LevelCycles[level] * ((level == 0 ? counts.Accesses : counts.Reads) - missed);
        }
        return cycles + MemoryCycles * missed;
    }
}

namespace Course.Measure;

/// <summary>One row of the memory hierarchy of this machine: what the system says of its size, what was measured of its speed.</summary>
/// <param name="Bytes">The cache's size; the working set that was measured, for main memory.</param>
/// <param name="Nanoseconds">Latency of one load in a working set that fits this level but not the one above.</param>
/// <param name="Cycles">The same in cycles of the clock rate measured beside it.</param>
/// <param name="GigabytesPerSecond">Reading in order with one core.</param>
public readonly record struct MemoryLevel(string Name, long Bytes, double Nanoseconds, double Cycles, double GigabytesPerSecond)
{
    /// <summary>
    /// Measures every level in about a second. Where the system does not tell its caches only main memory is listed. A last cache
    /// larger than 64 MiB is measured with 64 MiB of it.
    /// </summary>
    public static IReadOnlyList<MemoryLevel> MeasureAll()
    {
        double gigahertz = ClockRate.MeasureGigahertz();
        var levels = new List<MemoryLevel>();
        long above = 4096;
        foreach (CacheLevel cache in Machine.Current.DataCaches())
        {
            // The geometric middle between this cache and the one above is safely inside the one and outside the other.
            levels.Add(Measure(cache.Name, cache.Bytes, Math.Min((long)Math.Sqrt((double)above * cache.Bytes), 64L << 20), gigahertz));
            above = cache.Bytes;
        }
        levels.Add(Measure("main memory", MemoryLatency.LargestWorkingSet(), MemoryLatency.LargestWorkingSet(), gigahertz));
        return levels;
    }

    private static MemoryLevel Measure(string name, long bytes, long workingSet, double gigahertz)
    {
        workingSet = Math.Max(4096, workingSet / 4096 * 4096);
        double nanoseconds = MemoryLatency.RandomAt(workingSet).Nanoseconds;
        using var block = new NativeBlock(workingSet);
        return new MemoryLevel(name, bytes, nanoseconds, nanoseconds * gigahertz, MemoryBandwidth.StreamAt(block, StreamKind.Read, workingSet).GigabytesPerSecond);
    }
}

namespace Course.Measure;

/// <summary>One row of the memory hierarchy of this machine: what the system says of its size, what was measured of its speed.</summary>
/// <param name="Bytes">The cache's size; the working set that was measured, for main memory.</param>
/// <param name="Nanoseconds">Latency of one load in a working set twice as large as the level above.</param>
/// <param name="Cycles">The same in cycles of the clock rate measured beside it.</param>
/// <param name="GigabytesPerSecond">Reading in order with one core.</param>
public readonly record struct MemoryLevel(string Name, long Bytes, double Nanoseconds, double Cycles, double GigabytesPerSecond)
{
    /// <summary>
    /// Measures every level in about a second. Where the system does not tell its caches only main memory is listed.
    /// </summary>
    public static IReadOnlyList<MemoryLevel> MeasureAll()
    {
        double gigahertz = ClockRate.MeasureGigahertz();
        var levels = new List<MemoryLevel>();
        long above = 4096;
        foreach (CacheLevel cache in Machine.Current.DataCaches())
        {
            // A ring twice as large as the cache above misses there every time, because least recently used means needed next;
            // and of a last cache that strangers share, a small part is likelier to be ours.
            levels.Add(Measure(cache.Name, cache.Bytes, Math.Min(2 * above, cache.Bytes * 3 / 4), gigahertz));
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

namespace Course.Caches;

/// <summary>What one level counted. Accesses are line pieces that the level above (or the program) asked for.</summary>
public sealed record CacheCounts
{
    public long Reads { get; set; }
    public long Writes { get; set; }
    public long Hits { get; set; }
    public long ReadMisses { get; set; }
    public long WriteMisses { get; set; }

    /// <summary>Valid lines that had to leave for another line.</summary>
    public long Evictions { get; set; }

    /// <summary>Evicted lines that had been written and were sent below.</summary>
    public long WriteBacks { get; set; }

    public long BytesReadFromBelow { get; set; }
    public long BytesWrittenBelow { get; set; }
    public long Prefetches { get; set; }
    public long PrefetchMisses { get; set; }

    /// <summary>Lines that left because a lower, inclusive level lost them.</summary>
    public long BackInvalidations { get; set; }

    /// <summary>Lines that left because the level above took them (exclusive).</summary>
    public long MovedUp { get; set; }

    public long Compulsory { get; set; }
    public long Capacity { get; set; }
    public long Conflict { get; set; }
    public long FullyAssociativeMisses { get; set; }

    public long Accesses => Reads + Writes;
    public long Misses => ReadMisses + WriteMisses;
    public double MissRate => Accesses == 0 ? 0 : (double)Misses / Accesses;
}

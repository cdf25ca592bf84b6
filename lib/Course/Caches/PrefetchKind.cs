namespace Course.Caches;

/// <summary>When a level fetches the line after the one just read. Only reads that the program (or the level above) asked for trigger.</summary>
public enum PrefetchKind
{
    None,

    /// <summary>At every read.</summary>
    NextLineAlways,

    /// <summary>At every read that misses.</summary>
    NextLineOnMiss,

    /// <summary>At a read that misses, and at the first touch of a line that a prefetch brought.</summary>
    NextLineTagged,
}

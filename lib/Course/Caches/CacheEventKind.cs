namespace Course.Caches;

public enum CacheEventKind : byte
{
    /// <summary>The line was there.</summary>
    Hit,

    /// <summary>The line was not there.</summary>
    Miss,

    /// <summary>The line that leaves its way for another; the next <see cref="Fill"/> of the same level is the one it left for.</summary>
    Evict,

    /// <summary>The line comes into its way.</summary>
    Fill,

    /// <summary>A written line that left is sent below.</summary>
    WriteBack,

    /// <summary>A write goes below at once, because the level does not keep it.</summary>
    WriteThrough,

    /// <summary>The prefetcher asks for the line; it was there already.</summary>
    PrefetchHit,

    /// <summary>The prefetcher asks for the line; a fill follows.</summary>
    PrefetchMiss,

    /// <summary>The line leaves because a lower, inclusive level lost it.</summary>
    BackInvalidate,

    /// <summary>The line leaves because the level above takes it (exclusive).</summary>
    MoveUp,
}

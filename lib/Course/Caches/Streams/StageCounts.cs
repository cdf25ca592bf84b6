namespace Course.Caches.Streams;

/// <summary>What one stage counted.</summary>
internal sealed class StageCounts
{
    public long Misses { get; set; }
    public long WriteMisses { get; set; }

    /// <summary>Requests that it made of the level below to read a line.</summary>
    public long Fetches { get; set; }

    /// <summary>Requests that it made of the level below to write a line.</summary>
    public long WriteBacks { get; set; }
}

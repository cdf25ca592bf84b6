namespace Course.Caches.Streams;

/// <summary>What one stage counted.</summary>
internal sealed class StageCounts
{
    public long Requests { get; set; }
    public long Writes { get; set; }
    public long Misses { get; set; }
    public long WriteMisses { get; set; }
    public long Fetches { get; set; }
    public long WriteBacks { get; set; }
}

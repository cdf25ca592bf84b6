namespace Course.Caches;

/// <summary>What reached main memory.</summary>
public sealed record MemoryCounts
{
    public long Reads { get; set; }
    public long Writes { get; set; }
    public long BytesRead { get; set; }
    public long BytesWritten { get; set; }
}

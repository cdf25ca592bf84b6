namespace Course.Profile.Lines;

/// <summary>What a line adds up to, and how many probes paid for that.</summary>
internal struct LineSums
{
    public long Hits, Ticks, Bytes;
    /// <summary>Stretches of time that ended at a probe: each holds the cost of one.</summary>
    public long Stretches;

    public void Add(in LineSums other) =>
        (Hits, Ticks, Bytes, Stretches) = (Hits + other.Hits, Ticks + other.Ticks, Bytes + other.Bytes, Stretches + other.Stretches);
}

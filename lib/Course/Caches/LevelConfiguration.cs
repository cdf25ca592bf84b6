namespace Course.Caches;

/// <summary>How one level is built.</summary>
/// <param name="Name">As it stands in reports: L1, I1, LL.</param>
/// <param name="Policy">A name of <see cref="ReplacementPolicy.Names"/>.</param>
/// <param name="WriteBack">True: a write marks the line and goes below when the line leaves. False: every write goes below at once.</param>
/// <param name="WriteAllocate">True: a write that misses brings the line in. False: it goes below and changes nothing here.</param>
/// <param name="Classify">Split misses into compulsory, capacity and conflict.</param>
public sealed record LevelConfiguration(
    string Name, CacheGeometry Geometry, string Policy = "LRU", bool WriteBack = true, bool WriteAllocate = true,
    PrefetchKind Prefetch = PrefetchKind.None, bool Classify = false)
{
    public override string ToString()
    {
        string write = (WriteBack, WriteAllocate) switch
        {
            (true, true) => "",
            (false, false) => ", write-through, no allocate",
            (false, true) => ", write-through, allocate",
            (true, false) => ", write-back, no allocate",
        };
        return $"{Name}: {Geometry}, {Policy}{write}{(Prefetch == PrefetchKind.None ? "" : ", prefetch " + CacheNames.Of(Prefetch))}";
    }
}

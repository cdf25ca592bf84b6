namespace Course.Caches;

/// <summary>What left a way: a line and whether it had been written, or nothing.</summary>
public readonly record struct EvictedLine(ulong Line, bool Dirty)
{
    public bool IsEmpty => Line == SetAssociativeCache.NoLine;
}

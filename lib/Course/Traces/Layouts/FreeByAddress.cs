namespace Course.Traces.Layouts;

/// <summary>Lowest address first.</summary>
internal sealed class FreeByAddress : IFreeBlocks
{
    private readonly SortedSet<HeapBlock> _blocks = new(Comparer<HeapBlock>.Create((a, b) => a.Address.CompareTo(b.Address)));

    public void Add(HeapBlock block) => _blocks.Add(block);

    public bool TryTake(int bytes, out HeapBlock block)
    {
        foreach (HeapBlock candidate in _blocks)
        {
            if (candidate.Bytes < bytes) continue;
            block = candidate;
            return _blocks.Remove(candidate);
        }
        block = default;
        return false;
    }

    public void Clear() => _blocks.Clear();
}

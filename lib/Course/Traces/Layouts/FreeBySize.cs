namespace Course.Traces.Layouts;

/// <summary>A stack for each size; the smallest size that is large enough gives its top.</summary>
internal sealed class FreeBySize : IFreeBlocks
{
    private readonly SortedSet<int> _sizes = [];
    private readonly Dictionary<int, Stack<HeapBlock>> _stacks = [];

    public void Add(HeapBlock block)
    {
        if (!_stacks.TryGetValue(block.Bytes, out Stack<HeapBlock>? stack)) _stacks[block.Bytes] = stack = [];
        stack.Push(block);
        _sizes.Add(block.Bytes);
    }

    public bool TryTake(int bytes, out HeapBlock block)
    {
        int size = _sizes.GetViewBetween(bytes, int.MaxValue).Min;
        block = default;
        if (size == 0) return false;
        block = _stacks[size].Pop();
        if (_stacks[size].Count == 0) _sizes.Remove(size);
        return true;
    }

    public void Clear()
    {
        _sizes.Clear();
        _stacks.Clear();
    }
}

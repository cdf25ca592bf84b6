namespace Course.Traces.Layouts;

/// <summary>The free blocks of a heap, in whatever order its placement needs.</summary>
internal interface IFreeBlocks
{
    void Add(HeapBlock block);

    /// <summary>Takes the block that an object of that size goes into; false when none is large enough.</summary>
    bool TryTake(int bytes, out HeapBlock block);

    void Clear();
}

namespace Course.Traces.Layouts;

/// <summary>A part of a layout that a pointer can lead to.</summary>
internal abstract class LayoutNode
{
    public abstract string Name { get; }

    /// <summary>Where a pointer to it points.</summary>
    public abstract ulong Pointer { get; }

    /// <summary>Adds its blocks and those it leads to, each once.</summary>
    public abstract void AddBlocks(List<LayoutBlock> blocks, HashSet<ulong> seen);

    /// <summary>Adds the reads of an element, or of the number itself when the path is at its end.</summary>
    public abstract void AddReads(List<LayoutRead> reads, ReadOnlySpan<int> path);

    private protected static void CheckIndex(int index, int count, string name)
    {
        if ((uint)index >= (uint)count) throw new ArgumentOutOfRangeException("path", index, $"{name} has {count} elements.");
    }
}

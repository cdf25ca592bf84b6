namespace Course.Traces.Layouts;

/// <summary>How a collection of numbers lies in memory, and which reads lead to an element.</summary>
public abstract class MemoryLayout
{
    private protected MemoryLayout() { }

    internal abstract LayoutNode Root { get; }

    public string Name => Root.Name;

    /// <summary>Every object and array of it once, the collection itself first. Made anew by each call.</summary>
    public IReadOnlyList<LayoutBlock> Blocks
    {
        get
        {
            List<LayoutBlock> blocks = [];
            Root.AddBlocks(blocks, []);
            return blocks;
        }
    }

    /// <summary>
    /// The reads, in order, of <c>collection[path[0]][path[1]]…</c> (or <c>[path[0], path[1]]</c>), bounds checks included, from a
    /// pointer to the collection that the processor already holds. A path that ends at an inner list ends with the read of the pointer
    /// to it. What an interpreter does besides, such as counting references, is left out.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An index outside its list.</exception>
    /// <exception cref="ArgumentException">More indices than the collection has levels, or none.</exception>
    public IReadOnlyList<LayoutRead> Read(params ReadOnlySpan<int> path)
    {
        if (path.IsEmpty) throw new ArgumentException($"Say which element of {Name} to read.", nameof(path));
        List<LayoutRead> reads = [];
        Root.AddReads(reads, path);
        return reads;
    }
}

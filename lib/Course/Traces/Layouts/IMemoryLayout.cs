namespace Course.Traces.Layouts;

/// <summary>How a collection of numbers lies in memory, and which reads lead to an element.</summary>
public interface IMemoryLayout
{
    string Name { get; }

    /// <summary>Every object and array of it once, the collection itself first. Made anew by each call.</summary>
    IReadOnlyList<LayoutBlock> Blocks { get; }

    /// <summary>
    /// The reads, in order, of <c>collection[path[0]][path[1]]…</c>, bounds checks included, from a pointer to the collection that the
    /// processor already holds. A path that ends at an inner list ends with the read of the pointer to it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An index outside its list.</exception>
    /// <exception cref="ArgumentException">More indices than the collection has levels, or none.</exception>
    IReadOnlyList<LayoutRead> Read(params ReadOnlySpan<int> path);
}

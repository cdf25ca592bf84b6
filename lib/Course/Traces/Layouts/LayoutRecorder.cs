namespace Course.Traces.Layouts;

/// <summary>
/// Writes a layout's reads and writes into a trace, under up to three names: the collection's own for its numbers, and "lists of",
/// "pointers of" for what leads to them.
/// </summary>
internal sealed class LayoutRecorder
{
    private const int BoxedDoubleBytes = 16;
    private const int VersionBytes = 4;

    private readonly Trace _trace;

    // By LayoutPart.
    private readonly ushort[] _arrays = new ushort[3];
    private readonly List<LayoutRead> _reads = [];

    public LayoutRecorder(MemoryLayout layout, Trace trace)
    {
        _trace = trace;
        Define(LayoutPart.Numbers, layout.Root switch
        {
            RectangleNode rectangle => new ArrayRegion(layout.Name, rectangle.FirstElement, rectangle.Values.LongLength * sizeof(double), sizeof(double), rectangle.Values.GetLength(1) * sizeof(double)),
            SequenceNode { List: 0, Elements: null } array => new ArrayRegion(layout.Name, array.FirstElement, array.Count * sizeof(double), sizeof(double)),
            _ => new ArrayRegion(layout.Name),
        });
        if (layout.Root is SequenceNode { Elements: not null }) Define(LayoutPart.Pointers, new ArrayRegion($"pointers of {layout.Name}"));
        if (layout.Root is SequenceNode { List: not 0 }) Define(LayoutPart.List, new ArrayRegion($"lists of {layout.Name}"));
    }

    /// <summary>Records the reads that lead to an inner list.</summary>
    public void Enter(SequenceNode node, int index)
    {
        node.AddElementRead(_reads, index);
        RecordReads();
    }

    public double Get(SequenceNode node, int index)
    {
        node.AddReads(_reads, [index]);
        double value = _reads[^1].Value;
        RecordReads();
        return value;
    }

    public double Get(RectangleNode node, int y, int x)
    {
        node.AddReads(_reads, [y, x]);
        RecordReads();
        return node.Values[y, x];
    }

    /// <summary>
    /// A number side by side with others is stored in its place. A boxed one becomes a new object, whose type and value are stored where
    /// the layout has the element's object, and whose address is stored in the array.
    /// </summary>
    public void Set(SequenceNode node, int index, double value)
    {
        node.AddElementRead(_reads, index);
        if (node.Elements is null) node.Values![index] = value;
        else
        {
            var box = (BoxNode)node.Elements[index];
            box.Value = value;
            Add(AccessKind.Store, LayoutPart.Numbers, box.Pointer, BoxedDoubleBytes);
        }
        RecordStore();
        if (node.Version != 0) Add(AccessKind.Modify, LayoutPart.List, node.Version, VersionBytes);
    }

    public void Set(RectangleNode node, int y, int x, double value)
    {
        node.AddReads(_reads, [y, x]);
        node.Values[y, x] = value;
        RecordStore();
    }

    private void Define(LayoutPart part, ArrayRegion array) => _arrays[(int)part] = _trace.Define(array);

    private void Add(AccessKind kind, LayoutPart part, ulong address, int bytes) => _trace.Add(kind, address, bytes, _arrays[(int)part]);

    private void RecordReads()
    {
        foreach (LayoutRead read in _reads) Add(AccessKind.Load, read.Part, read.Address, read.Bytes);
        _reads.Clear();
    }

    /// <summary>The same checks as for reading the element, and a store to it instead of the last read.</summary>
    private void RecordStore()
    {
        LayoutRead element = _reads[^1];
        _reads.RemoveAt(_reads.Count - 1);
        RecordReads();
        Add(AccessKind.Store, element.Part, element.Address, element.Bytes);
    }
}

namespace Course.Traces.Layouts;

/// <summary>A number that is an object of its own.</summary>
internal sealed class BoxNode(ObjectModel model, string name, ulong pointer, double value) : LayoutNode
{
    public override string Name => name;

    public override ulong Pointer => pointer;

    public double Value { get; set; } = value;

    public override void AddBlocks(List<LayoutBlock> blocks, HashSet<ulong> seen)
    {
        var box = model.Box;
        if (!seen.Add(pointer)) return;
        int valueAt = box.HeaderBytes + box.ValueOffset;
        blocks.Add(new LayoutBlock(name, LayoutPart.Numbers, pointer - (ulong)box.HeaderBytes, box.HeaderBytes + box.Bytes,
        [
            new LayoutField("header", 0, valueAt, FieldKind.Header),
            new LayoutField("value", valueAt, box.ValueBytes, FieldKind.Value, Value: Value),
        ]));
    }

    public override void AddReads(List<LayoutRead> reads, ReadOnlySpan<int> path)
    {
        if (!path.IsEmpty) throw new ArgumentException($"{name} is a number and has no elements.", nameof(path));
        reads.Add(new LayoutRead(ReadKind.Value, LayoutPart.Numbers, pointer + (ulong)model.Box.ValueOffset, model.Box.ValueBytes, name, Value: Value));
    }
}

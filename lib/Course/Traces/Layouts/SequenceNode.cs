namespace Course.Traces.Layouts;

/// <summary>
/// A list or an array: perhaps a list object that points to an array, and the array, which holds either pointers
/// (<see cref="Elements"/>) or the numbers themselves (<see cref="Values"/>), with room for <see cref="Capacity"/>.
/// </summary>
internal sealed class SequenceNode(ObjectModel model, string name) : LayoutNode
{
    public const int ElementBytes = 8;

    private string? _arrayName;

    public override string Name => name;

    /// <summary>Where pointers to the list object point; 0 for a plain array.</summary>
    public ulong List { get; set; }

    /// <summary>Where pointers to the array point; 0 when there is none yet.</summary>
    public ulong Items { get; set; }

    public int Capacity { get; set; }

    public List<LayoutNode>? Elements { get; init; }

    public List<double>? Values { get; init; }

    public int Count => Elements?.Count ?? Values!.Count;

    public override ulong Pointer => List != 0 ? List : Items;

    public static int ArrayBytes(ObjectModel model, int capacity) => checked(model.ArrayHeaderBytes + capacity * ElementBytes);

    public override void AddBlocks(List<LayoutBlock> blocks, HashSet<ulong> seen)
    {
        if (!seen.Add(Pointer)) return;
        if (List != 0) blocks.Add(ListBlock());
        if (Items != 0) blocks.Add(ArrayBlock());
        foreach (LayoutNode element in Elements ?? []) element.AddBlocks(blocks, seen);
    }

    public override void AddReads(List<LayoutRead> reads, ReadOnlySpan<int> path)
    {
        // Here ends the path at a list within a list: the pointer to it has been read.
        if (path.IsEmpty) return;
        AddElementRead(reads, path[0]);
        if (Elements is not null) Elements[path[0]].AddReads(reads, path[1..]);
        else if (path.Length > 1) throw new ArgumentException($"The elements of {name} are numbers and have no elements.", nameof(path));
    }

    /// <summary>The reads that end at an element of the array: a pointer or a number.</summary>
    public void AddElementRead(List<LayoutRead> reads, int index)
    {
        CheckIndex(index, Count, name);
        if (List != 0)
        {
            reads.Add(new LayoutRead(ReadKind.Check, LayoutPart.List, List + (ulong)model.Count.Offset, model.Count.Bytes, name, Value: Count));
            reads.Add(new LayoutRead(ReadKind.Items, LayoutPart.List, List + (ulong)model.ItemsOffset, 8, name, Items));
        }
        if (model.ArrayHeaderBytes > 0)
            reads.Add(new LayoutRead(ReadKind.Check, ArrayPart, Items + ObjectModel.ArrayLengthOffset, 4, ArrayName, Value: Capacity));
        ulong address = FirstElement + (ulong)(index * ElementBytes);
        reads.Add(Elements is not null
            ? new LayoutRead(ReadKind.Entry, ArrayPart, address, ElementBytes, ArrayName, Elements[index].Pointer)
            : new LayoutRead(ReadKind.Value, ArrayPart, address, ElementBytes, ArrayName, Value: Values![index]));
    }

    /// <summary>Where each change of an element is counted, 4 bytes; 0 when it is not.</summary>
    public ulong Version => List != 0 && model.VersionOffset != 0 ? List + (ulong)model.VersionOffset : 0;

    private ulong ArrayStart => Items - (ulong)model.ArrayPointerOffset;

    private string ArrayName => _arrayName ??= List == 0 ? name : Elements is null ? $"numbers of {name}" : $"pointers of {name}";

    private LayoutPart ArrayPart => Elements is null ? LayoutPart.Numbers : LayoutPart.Pointers;

    public ulong FirstElement => ArrayStart + (ulong)model.ArrayHeaderBytes;

    private LayoutBlock ListBlock()
    {
        // In CPython the count comes before the pointer to the items, in .NET behind it.
        var count = new LayoutField("count", model.ListHeaderBytes + model.Count.Offset, model.Count.Bytes, FieldKind.Count, Value: Count);
        var items = new LayoutField("items", model.ListHeaderBytes + model.ItemsOffset, 8, FieldKind.Pointer, Items);
        List<LayoutField> fields = count.Offset < items.Offset ? [count, items] : [items, count];
        fields.Insert(0, new LayoutField("header", 0, fields[0].Offset, FieldKind.Header));
        int end = fields[^1].Offset + fields[^1].Bytes, bytes = model.ListHeaderBytes + model.ListBytes;
        fields.Add(new LayoutField(model.FreesAtOnce ? "capacity" : "version", end, bytes - end, FieldKind.Header));
        return new LayoutBlock(name, LayoutPart.List, List - (ulong)model.ListHeaderBytes, bytes, fields);
    }

    private LayoutBlock ArrayBlock()
    {
        List<LayoutField> fields = [];
        int start = model.ArrayHeaderBytes;
        if (start > 0)
        {
            int length = model.ArrayPointerOffset + ObjectModel.ArrayLengthOffset;
            fields.Add(new LayoutField("header", 0, length, FieldKind.Header));
            fields.Add(new LayoutField("length", length, start - length, FieldKind.Count, Value: Capacity));
        }
        for (int i = 0; i < Count; i++)
            fields.Add(Elements is not null
                ? new LayoutField($"[{i}]", start + i * ElementBytes, ElementBytes, FieldKind.Pointer, Elements[i].Pointer)
                : new LayoutField($"[{i}]", start + i * ElementBytes, ElementBytes, FieldKind.Value, Value: Values![i]));
        if (Capacity > Count)
            fields.Add(new LayoutField("spare", start + Count * ElementBytes, (Capacity - Count) * ElementBytes, FieldKind.Spare));
        return new LayoutBlock(ArrayName, ArrayPart, ArrayStart, ArrayBytes(model, Capacity), fields);
    }
}

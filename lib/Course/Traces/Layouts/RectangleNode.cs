namespace Course.Traces.Layouts;

/// <summary>A <c>double[,]</c> of .NET: one object, whose header ends in two lengths and two lower bounds of 4 bytes each.</summary>
internal sealed class RectangleNode(string name, ulong pointer, double[,] values) : LayoutNode
{
    private const int HeaderBytes = 8, BoundsOffset = 16, DataOffset = 32, ElementBytes = 8;

    public override string Name => name;

    public override ulong Pointer => pointer;

    public double[,] Values { get; } = values;

    public ulong FirstElement => pointer + DataOffset;

    public override void AddBlocks(List<LayoutBlock> blocks, HashSet<ulong> seen)
    {
        if (!seen.Add(pointer)) return;
        int height = Values.GetLength(0), width = Values.GetLength(1);
        List<LayoutField> fields =
        [
            new("header", 0, HeaderBytes + 8, FieldKind.Header),
            new("length", HeaderBytes + 8, 8, FieldKind.Count, Value: Values.Length),
            new("rows", HeaderBytes + BoundsOffset, 4, FieldKind.Count, Value: height),
            new("columns", HeaderBytes + BoundsOffset + 4, 4, FieldKind.Count, Value: width),
            new("lower bounds", HeaderBytes + BoundsOffset + 8, 8, FieldKind.Count),
        ];
        int at = HeaderBytes + DataOffset;
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++, at += ElementBytes)
                fields.Add(new($"[{y},{x}]", at, ElementBytes, FieldKind.Value, Value: Values[y, x]));
        blocks.Add(new LayoutBlock(name, LayoutPart.Numbers, pointer - HeaderBytes, at, fields));
    }

    /// <summary>The JIT compares each index with its lower bound and its length.</summary>
    public override void AddReads(List<LayoutRead> reads, ReadOnlySpan<int> path)
    {
        if (path.Length != 2) throw new ArgumentException($"{name} takes two indices.", nameof(path));
        for (int dimension = 0; dimension < 2; dimension++)
        {
            int length = Values.GetLength(dimension);
            CheckIndex(path[dimension], length, name);
            ulong bounds = pointer + (ulong)(BoundsOffset + 4 * dimension);
            reads.Add(new LayoutRead(ReadKind.Check, LayoutPart.Numbers, bounds + 8, 4, name));
            reads.Add(new LayoutRead(ReadKind.Check, LayoutPart.Numbers, bounds, 4, name, Value: length));
        }
        ulong element = (ulong)((long)path[0] * Values.GetLength(1) + path[1]);
        reads.Add(new LayoutRead(ReadKind.Value, LayoutPart.Numbers, FirstElement + element * ElementBytes, ElementBytes, name, Value: Values[path[0], path[1]]));
    }
}

using Course.Traces.Layouts;

namespace Course.Scenes;

/// <summary>
/// A layout as rows of cells: each list and array a row of its fields, and the numbers that are objects of their own in rows by address.
/// What every object begins with (its type, its lock) is left out: no step reads it.
/// </summary>
internal sealed class LayoutPicture
{
    private const int NumbersInRow = 8;
    private readonly LayoutBlock[] _lists;
    private readonly LayoutBlock[] _numbers;
    private readonly string _id;

    /// <param name="layout">What is drawn.</param>
    /// <param name="id">Tells its cells from those of other pictures in the same frame.</param>
    /// <param name="only">Lists and arrays to draw, by name; all of them when null.</param>
    public LayoutPicture(MemoryLayout layout, string id, IReadOnlySet<string>? only = null)
    {
        _id = id;
        LayoutBlock[] blocks = [.. layout.Blocks];
        _lists = [.. blocks.Where(block => !IsNumber(block) && (only is null || only.Contains(block.Name)))];
        ulong[] targets = [.. _lists.SelectMany(block => block.Fields).Where(field => field.Kind == FieldKind.Pointer).Select(field => field.Target)];
        _numbers = [.. blocks.Where(block => IsNumber(block) && targets.Any(block.Contains)).OrderBy(block => block.Address)];
        Addresses = new AddressText(_lists.Concat(_numbers).SelectMany(block => block.Fields.Select(field => block.Address + (ulong)field.Offset)));
    }

    public AddressText Addresses { get; }

    /// <summary>The rows, with the cells of <paramref name="reads"/> marked and counted in their order.</summary>
    public IReadOnlyList<CellRow> Rows(IReadOnlyList<LayoutRead> reads)
    {
        var rows = _lists.Select(block => new CellRow($"{block.Name}",
            [.. block.Fields.Where(field => field.Kind != FieldKind.Header).Select(field => Cell(block, field, reads))])).ToList();
        foreach (LayoutBlock[] some in _numbers.Chunk(NumbersInRow))
            rows.Add(new CellRow("objects, by address", [.. some.Select(block => Cell(block, block.Fields.First(field => field.Kind == FieldKind.Value), reads))]));
        return rows;
    }

    /// <summary>Every pointer drawn, followed where one of the reads took it.</summary>
    public IEnumerable<Arrow> Arrows(IReadOnlyList<LayoutRead> reads)
    {
        foreach (LayoutBlock block in _lists)
        {
            foreach (LayoutField field in block.Fields.Where(field => field.Kind == FieldKind.Pointer))
            {
                ulong address = block.Address + (ulong)field.Offset;
                if (_lists.Concat(_numbers).FirstOrDefault(other => other.Contains(field.Target)) is not { } target) continue;
                LayoutField shown = target.Fields.First(each => each.Kind is not FieldKind.Header);
                yield return new Arrow(Id(address), Id(target.Address + (ulong)shown.Offset), reads.Any(read => read.Address == address));
            }
        }
    }

    private static bool IsNumber(LayoutBlock block) => block.Part == LayoutPart.Numbers && block.Fields[^1].Name == "value";

    private Cell Cell(LayoutBlock block, LayoutField field, IReadOnlyList<LayoutRead> reads)
    {
        ulong address = block.Address + (ulong)field.Offset;
        int order = reads.Count;
        while (order > 0 && reads[order - 1].Address != address) order--;
        (string text, CellRole role, string under) = field.Kind switch
        {
            FieldKind.Pointer => (Addresses.Of(field.Target), CellRole.Pointer, Addresses.Of(address)),
            FieldKind.Count => ($"{field.Value}", CellRole.Plain, field.Name),
            FieldKind.Spare => ("", CellRole.Free, field.Name),
            _ => (field.Value.ToString("0.##"), CellRole.Used, Addresses.Of(address)),
        };
        return new Cell(text, order > 0 ? CellRole.Active : role, under) { Id = Id(address), Order = order };
    }

    private string Id(ulong address) => $"{_id}{address:x}";
}

using Course.Traces.Layouts;

namespace Course.Scenes;

/// <summary>
/// The same numbers as a list of pointers and as an array: choose an index and see which addresses each of them reads, in which order.
/// </summary>
public sealed class MemoryLayoutScene : Scene
{
    private const int LargestCount = 16;

    /// <summary>A simulated list among other objects of its heap, as C# and as Python lay it out, beside a simulated array.</summary>
    /// <param name="values">1 to 16 numbers; five when there are none.</param>
    public MemoryLayoutScene(params IReadOnlyList<double> values) : base(Name,
    [
        Simulated("C# List<object> and double[]", ObjectModel.DotNet, values),
        Simulated("Python list of floats and an array", ObjectModel.PythonFloats, values),
    ])
    {
    }

    /// <summary>Any two layouts of the same numbers, such as <c>RecordedLayout.Of(list)</c> and <c>RecordedLayout.Of(array)</c>.</summary>
    public MemoryLayoutScene(MemoryLayout list, MemoryLayout array, int count) : base(Name, [Run("as they lie in memory now", list, array, count)])
    {
    }

    private const string Name = "What reading one element touches";

    public override string PresetLabel => "Layout";

    public override string SliderLabel => "Index";

    private static Preset Simulated(string name, ObjectModel model, IReadOnlyList<double> values)
    {
        if (values.Count == 0) values = [3, 1, 4, 1.5, 9];
        var heap = SimulatedHeap.Fragmented(0x1000, 4096, seed: 7);
        var list = new SimulatedList(heap, model, "list");
        foreach (double value in values.Take(LargestCount + 1)) list.Append(value);
        return Run(name, list, new SimulatedArray(new SimulatedHeap(0x4000, 1024), "array", [.. values.Take(LargestCount + 1)]), values.Count);
    }

    private static Preset Run(string name, MemoryLayout list, MemoryLayout array, int count)
    {
        if (count is < 1 or > LargestCount) throw new ArgumentException($"The picture has room for 1 to {LargestCount} numbers, not {count}.", nameof(count));
        LayoutPicture left = new(list, "l"), right = new(array, "a");
        IReadOnlyList<Cell> Buttons(int chosen) =>
            [.. Enumerable.Range(0, count).Select(i => new Cell($"[{i}]", i == chosen ? CellRole.Active : CellRole.Plain) { GoTo = i + 1 })];

        Frame Draw(int index)
        {
            IReadOnlyList<LayoutRead> listReads = index < 0 ? [] : list.Read(index), arrayReads = index < 0 ? [] : array.Read(index);
            string narration = index < 0
                ? "Choose an index. The list holds addresses, and each number is an object somewhere else; the array holds the numbers themselves."
                : $"list[{index}] reads {listReads.Count} places, each address found in the one before; array[{index}] reads {arrayReads.Count}. Both find {arrayReads[^1].Value}.";
            return new Frame(narration,
            [
                new CellsPanel("Choose an index", [new CellRow("", Buttons(index))]),
                new CellsPanel("The list", left.Rows(listReads)),
                new CellsPanel("The array", right.Rows(arrayReads)),
            ],
            [
                new Counter("reads, list", listReads.Count), new Counter("reads, array", arrayReads.Count),
                new Counter("64-byte lines, list", Lines(listReads)), new Counter("64-byte lines, array", Lines(arrayReads)),
            ])
            {
                Step = index < 0 ? "none" : $"[{index}]",
                Arrows = [.. left.Arrows(listReads), .. right.Arrows(arrayReads)],
            };
        }
        return new Preset(name, [.. Enumerable.Range(-1, count + 1).Select(Draw)], left.Addresses.Note);
    }

    private static int Lines(IReadOnlyList<LayoutRead> reads) => reads.Select(read => read.Address / 64).Distinct().Count();
}

using Course.Traces.Layouts;

namespace Course.Scenes;

/// <summary>The way to one element of a list of lists, one read of memory after the other, each counted.</summary>
public sealed class PointerChaseScene : Scene
{
    /// <summary>list[2][1] in a simulated C# list of lists, and the same element of one flat array.</summary>
    public PointerChaseScene() : base("The way to list[2][1], read by read", Simulated())
    {
    }

    /// <summary>The way through any layout, such as <c>RecordedLayout.Of(rows)</c> with the addresses of this moment.</summary>
    /// <exception cref="ArgumentException">A path that the layout does not have.</exception>
    public PointerChaseScene(MemoryLayout layout, params IReadOnlyList<int> path)
        : base($"The way to {layout.Name}{Path(path)}, read by read", Runs(layout, path))
    {
    }

    public override string PresetLabel => "Count";

    public override string SliderLabel => "Reads";

    private static Preset[] Simulated()
    {
        var values = new double[4, 3];
        for (int y = 0; y < 4; y++)
            for (int x = 0; x < 3; x++) values[y, x] = 10 * y + x;
        var list = SimulatedList.OfRows(SimulatedHeap.Fragmented(0x1000, 8192, seed: 3), ObjectModel.DotNet, "list", values);
        var array = new SimulatedArray(new SimulatedHeap(0x8000, 512), "array", [.. values.Cast<double>()]);
        return [.. Runs(list, [2, 1]), Run("one flat array, array[2 * 3 + 1]", array, array.Read(2 * 3 + 1))];
    }

    private static Preset[] Runs(MemoryLayout layout, IReadOnlyList<int> path)
    {
        IReadOnlyList<LayoutRead> every = layout.Read([.. path]);
        // Counted as the article counts: a loop holds the outer array in a register, and bounds checks are no part of the way.
        LayoutRead[] pointers = [.. every.Where(read => read.Kind != ReadKind.Check)];
        if (pointers is [{ Kind: ReadKind.Items }, ..]) pointers = pointers[1..];
        return [Run("pointers and the number", layout, pointers), Run("every read, checks included", layout, every)];
    }

    private static Preset Run(string name, MemoryLayout layout, IReadOnlyList<LayoutRead> reads)
    {
        var picture = new LayoutPicture(layout, "p", reads.Select(read => read.Block).ToHashSet());
        Frame Draw(int count)
        {
            IReadOnlyList<LayoutRead> done = [.. reads.Take(count)];
            string narration = count == 0 ? "Nothing has been read yet." : Sentence(reads[count - 1], picture.Addresses);
            if (count == reads.Count) narration += reads.Count > 2 ? " Each read had to wait for the one before it." : " Its address was known from the start.";
            return new Frame(narration, [new CellsPanel("Memory", picture.Rows(done))],
            [
                new Counter("memory reads", $"{count} / {reads.Count}"),
                new Counter("different 64-byte lines", done.Select(read => read.Address / 64).Distinct().Count()),
            ])
            { Arrows = [.. picture.Arrows(done)], Step = $"{count} of {reads.Count}" };
        }
        return new Preset(name, [.. Enumerable.Range(0, reads.Count + 1).Select(Draw)], picture.Addresses.Note);
    }

    private static string Sentence(LayoutRead read, AddressText addresses) => read.Kind switch
    {
        ReadKind.Check => $"Read how many elements {read.Block} has, {read.Value}: is the index within bounds?",
        ReadKind.Items => $"Read where {read.Block} keeps its elements: at {addresses.Of(read.Target)}.",
        ReadKind.Entry => $"Read an element of {read.Block}: it is an address, {addresses.Of(read.Target)}.",
        _ => $"Read the number itself: {read.Value}.",
    };

    private static string Path(IReadOnlyList<int> path) => string.Concat(path.Select(index => $"[{index}]"));
}

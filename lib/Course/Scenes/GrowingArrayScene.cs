using Course.Traces.Layouts;

namespace Course.Scenes;

/// <summary>Numbers added one by one to a list of pointers and to an array, each in a simulated heap of its own, up to eight.</summary>
public sealed class GrowingArrayScene : Scene
{
    private const int LargestCount = 8;

    /// <param name="values">1 to 8 numbers to add; eight when there are none.</param>
    /// <exception cref="ArgumentException">More than 8 numbers.</exception>
    public GrowingArrayScene(params IReadOnlyList<double> values) : base("Build your own array: what each new element allocates",
    [
        Run("C# List<object> and double[]", ObjectModel.DotNet, new SimulatedHeap(0x1000, 512), values),
        Run("Python list, heap in use by others", ObjectModel.PythonFloats, SimulatedHeap.Fragmented(0x1000, 1024, seed: 5), values),
    ])
    {
    }

    public override string PresetLabel => "Layout";

    public override string SliderLabel => "Elements";

    private static Preset Run(string name, ObjectModel model, SimulatedHeap listHeap, IReadOnlyList<double> values)
    {
        if (values.Count == 0) values = [3, 1, 4, 1.5, 9, 2, 6, 5];
        if (values.Count > LargestCount) throw new ArgumentException($"The picture has room for {LargestCount} numbers, not {values.Count}.", nameof(values));
        var arrayHeap = new SimulatedHeap(0x4000, 320);
        var list = new SimulatedList(listHeap, model, "list");
        var array = new SimulatedArray(arrayHeap, "array");
        List<Frame> frames = [Draw("Both are empty: a list object here, an array without elements there.", listHeap, arrayHeap, 0, 0)];
        for (int i = 0; i < values.Count; i++)
        {
            (int listBefore, int arrayBefore) = (listHeap.Events.Count, arrayHeap.Events.Count);
            list.Append(values[i]);
            array.Append(values[i]);
            string narration = $"Add {values[i]}. The list: {Story(listHeap, listBefore)}. The array: {Story(arrayHeap, arrayBefore)}.";
            frames.Add(Draw(narration, listHeap, arrayHeap, listBefore, arrayBefore));
        }
        return new Preset(name, frames, "Each row is 64 bytes, one cache line.");
    }

    private static string Story(SimulatedHeap heap, int from)
    {
        string[] told = [.. heap.Events.Skip(from).Select(happened => happened.Kind switch
        {
            HeapEventKind.Allocated => $"allocates {happened.Bytes} bytes for {happened.Name}",
            HeapEventKind.Copied => $"copies {happened.Bytes} bytes into it",
            HeapEventKind.Abandoned => "leaves the old one as garbage",
            HeapEventKind.Freed => "frees the old one",
            _ => $"collects {happened.Bytes} bytes",
        })];
        return told.Length == 0 ? "writes into room it has" : string.Join(", ", told);
    }

    private static Frame Draw(string narration, SimulatedHeap listHeap, SimulatedHeap arrayHeap, int listFrom, int arrayFrom) => new(narration,
    [
        new CellsPanel("The heap of the list", HeapPicture.Rows(listHeap, Fresh(listHeap, listFrom))) { Narrow = true },
        new CellsPanel("The heap of the array", HeapPicture.Rows(arrayHeap, Fresh(arrayHeap, arrayFrom))) { Narrow = true },
    ],
    [
        new Counter("allocations, list", Allocations(listHeap)), new Counter("bytes allocated, list", Bytes(listHeap)),
        new Counter("allocations, array", Allocations(arrayHeap)), new Counter("bytes allocated, array", Bytes(arrayHeap)),
    ]);

    private static HashSet<ulong> Fresh(SimulatedHeap heap, int from) => [.. heap.Events.Skip(from).Where(IsAllocation).Select(happened => happened.Address)];

    private static int Allocations(SimulatedHeap heap) => heap.Events.Count(IsAllocation);

    private static long Bytes(SimulatedHeap heap) => heap.Events.Where(IsAllocation).Sum(happened => happened.Bytes);

    private static bool IsAllocation(HeapEvent happened) => happened.Kind == HeapEventKind.Allocated;
}

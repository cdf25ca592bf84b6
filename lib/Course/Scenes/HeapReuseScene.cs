using Course.Traces.Layouts;

namespace Course.Scenes;

/// <summary>A loop that needs a buffer: a new one at every turn until the heap is full and must be collected, or one used again.</summary>
public sealed class HeapReuseScene : Scene
{
    private const ulong Start = 0x1000;
    private const int HeapBytes = 512;
    private const int MostRecorded = 64;

    /// <param name="bufferBytes">Bytes of the buffer, 8 to 256.</param>
    /// <param name="iterations">Turns of the loop, 1 to 100.</param>
    public HeapReuseScene(int bufferBytes = 96, int iterations = 12) : base("A buffer for every turn, or one for all",
        [New(Checked(bufferBytes, 8, 256, nameof(bufferBytes)), Checked(iterations, 1, 100, nameof(iterations))), Reused(bufferBytes, iterations)])
    {
    }

    /// <summary>The same from two loops that really ran: where in this process's heap every pass found its array.</summary>
    /// <param name="fresh">A loop that makes a new array in every pass.</param>
    /// <param name="reused">A loop that uses one array again.</param>
    public HeapReuseScene(AllocationRecord fresh, AllocationRecord reused) : base("A buffer for every turn, or one for all: a recorded run",
        [Recorded("a new array every turn", fresh), Recorded("one array, used again", reused)])
    {
    }

    public override string PresetLabel => "The loop";

    public override string SliderLabel => "Turn";

    private static Preset New(int bytes, int iterations)
    {
        var heap = new SimulatedHeap(Start, HeapBytes);
        List<Frame> frames = [Draw("Before the loop the heap is empty.", heap, 0, 0)];
        ulong? last = null;
        for (int turn = 1; turn <= iterations; turn++)
        {
            int before = heap.Events.Count;
            if (last is { } old) heap.Abandon(old);
            last = heap.Allocate(bytes, $"buffer {turn}");
            string narration = heap.Events.Skip(before).FirstOrDefault(happened => happened.Kind == HeapEventKind.Collected) is { Bytes: > 0 } collected
                ? $"Turn {turn}: no room is left, so a collection has to run first. It finds {collected.Bytes} bytes that nothing leads to; then {bytes} bytes are allocated and cleared."
                : $"Turn {turn} allocates {bytes} bytes and clears them."
                    + (turn > 1 ? " Nothing leads to the buffer of the turn before any more." : "");
            frames.Add(Draw(narration, heap, turn, before));
        }
        return new Preset("a new buffer every turn", frames, "Each row is 64 bytes, one cache line.");
    }

    private static Preset Reused(int bytes, int iterations)
    {
        var heap = new SimulatedHeap(Start, HeapBytes);
        heap.Allocate(bytes, "the buffer");
        List<Frame> frames = [Draw($"Before the loop {bytes} bytes are allocated, once.", heap, 0, 0)];
        for (int turn = 1; turn <= iterations; turn++)
            frames.Add(Draw($"Turn {turn} writes into the same {bytes} bytes, which are still in the cache.", heap, turn, 0));
        return new Preset("one buffer, used again", frames, "Each row is 64 bytes, one cache line.");
    }

    private static Preset Recorded(string name, AllocationRecord record)
    {
        RecordedAllocation[] passes = [.. record.Passes.Take(MostRecorded)];
        ulong[] places = [.. passes.Select(pass => pass.Address).Distinct().Order()];
        var addresses = new AddressText(places);
        var frames = passes.Select((pass, turn) =>
        {
            bool collected = pass.Collections > (turn == 0 ? 0 : passes[turn - 1].Collections), met = passes.Take(turn).Any(earlier => earlier.Address == pass.Address);
            CellRole Role(ulong place) => place == pass.Address ? CellRole.Active
                : passes.Take(turn).Any(earlier => earlier.Address == place && earlier.Collections == pass.Collections) ? CellRole.Garbage : CellRole.Free;
            string narration = $"Turn {turn + 1} finds its array at {addresses.Of(pass.Address)}{(met ? ", where an earlier turn had its own" : "")}."
                + (collected ? " A collection ran before it." : "");
            return new Frame(narration,
                [new CellsPanel("Where the arrays lay, by address", [.. places.Chunk(8).Select(row => new CellRow("", [.. row.Select(place => new Cell("", Role(place), addresses.Of(place)))]))])],
                [new Counter("turns", turn + 1), new Counter("different addresses", passes.Take(turn + 1).Select(each => each.Address).Distinct().Count()), new Counter("collections", pass.Collections)]);
        });
        string note = $"The whole loop of {record.Passes.Count:N0} turns allocated {record.AllocatedBytes:N0} bytes, as the runtime counts them. {addresses.Note}";
        return new Preset(name, [.. frames], note.Trim());
    }

    private static Frame Draw(string narration, SimulatedHeap heap, int turn, int from) => new(narration,
    [
        new CellsPanel("The heap", HeapPicture.Rows(heap,
            heap.Events.Skip(from).Where(happened => happened.Kind == HeapEventKind.Allocated).Select(happened => happened.Address).ToHashSet())),
    ],
    [
        new Counter("turns", turn),
        new Counter("allocations", heap.Events.Count(happened => happened.Kind == HeapEventKind.Allocated)),
        new Counter("bytes allocated", heap.Events.Where(happened => happened.Kind == HeapEventKind.Allocated).Sum(happened => (long)happened.Bytes)),
        new Counter("collections", heap.Events.Count(happened => happened.Kind == HeapEventKind.Collected)),
    ]);

    private static int Checked(int value, int least, int most, string name) =>
        value >= least && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, $"The picture has room for {least} to {most}.");
}

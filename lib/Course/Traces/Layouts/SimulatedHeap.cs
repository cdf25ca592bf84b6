namespace Course.Traces.Layouts;

/// <summary>
/// A heap on paper: it hands out addresses by a stated rule, remembers what lies where, and holds no data. Deterministic, so that a
/// picture or a trace is the same on every machine.
/// </summary>
public sealed class SimulatedHeap
{
    private readonly int _alignment;
    private readonly IFreeBlocks _free;
    private readonly Dictionary<ulong, HeapBlock> _blocks = [];
    private readonly List<HeapEvent> _events = [];
    private readonly Dictionary<string, ulong> _shared = [];

    /// <param name="start">First byte of the heap, a multiple of the alignment.</param>
    /// <param name="bytes">Its size, a multiple of the alignment.</param>
    /// <param name="placement">Where the next object goes.</param>
    /// <param name="alignment">Every block begins at, and has a length of, a multiple of this power of two.</param>
    public SimulatedHeap(ulong start, int bytes, HeapPlacement placement = HeapPlacement.Bump, int alignment = 8)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        if (!int.IsPow2(alignment)) throw new ArgumentOutOfRangeException(nameof(alignment), alignment, "An alignment is a power of two.");
        if (start % (ulong)alignment != 0 || bytes % alignment != 0 || start > ulong.MaxValue - (ulong)bytes)
            throw new ArgumentException($"A heap from {start:x}, {bytes} bytes long, does not fit an alignment of {alignment} in the address space.");
        (_alignment, _free) = (alignment, placement == HeapPlacement.Bump ? new FreeByAddress() : new FreeBySize());
        AddFree(new HeapBlock(start, bytes, "", BlockState.Free));
    }

    /// <summary>
    /// A heap in which other objects came and went: blocks of 1 to 6 alignments fill it, and about half of them were freed in random
    /// order. Objects placed now land far from one another. The same seed gives the same holes.
    /// </summary>
    public static SimulatedHeap Fragmented(ulong start, int bytes, int seed, int alignment = 16)
    {
        var heap = new SimulatedHeap(start, bytes, HeapPlacement.LastFreed, alignment);
        var random = new XorShift(seed);
        List<ulong> others = [];
        // A quarter stays in one piece at the end, for blocks larger than any hole.
        for (int filled = 0, next; filled + 6 * alignment <= bytes / 4 * 3; filled += next)
        {
            next = alignment * (1 + random.Below(6));
            others.Add(heap.Allocate(next, "another object"));
        }
        for (int i = others.Count - 1; i > 0; i--)
        {
            int j = random.Below(i + 1);
            (others[i], others[j]) = (others[j], others[i]);
        }
        foreach (ulong other in others.Take(others.Count / 2)) heap.Free(other);
        heap._events.Clear();
        return heap;
    }

    /// <summary>Everything from the first byte to the last, in the order of addresses, without gaps.</summary>
    public IReadOnlyList<HeapBlock> Blocks => [.. _blocks.Values.OrderBy(block => block.Address)];

    /// <summary>What happened so far, in order.</summary>
    public IReadOnlyList<HeapEvent> Events => _events;

    /// <summary>Finds room and returns the address of its first byte.</summary>
    /// <param name="bytes">At least 1; rounded up to the alignment.</param>
    /// <param name="name">What will lie there.</param>
    /// <exception cref="InvalidOperationException">No free block is large enough, even after a collection.</exception>
    public ulong Allocate(int bytes, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        int size = checked(bytes + _alignment - 1) / _alignment * _alignment;
        if (!_free.TryTake(size, out HeapBlock room) && !(Collect() > 0 && _free.TryTake(size, out room)))
            throw new InvalidOperationException($"The simulated heap has no free block of {size} bytes for {name}; make the heap larger.");
        if (room.Bytes > size) AddFree(room with { Address = room.Address + (ulong)size, Bytes = room.Bytes - size });
        _blocks[room.Address] = new HeapBlock(room.Address, size, name, BlockState.Used);
        _events.Add(new HeapEvent(HeapEventKind.Allocated, room.Address, size, name));
        return room.Address;
    }

    /// <summary>Gives a used block back at once.</summary>
    public void Free(ulong address)
    {
        HeapBlock block = Used(address);
        _events.Add(new HeapEvent(HeapEventKind.Freed, address, block.Bytes, block.Name));
        AddFree(block with { Name = "", State = BlockState.Free });
    }

    /// <summary>Leaves a used block behind as garbage.</summary>
    public void Abandon(ulong address)
    {
        HeapBlock block = Used(address);
        _events.Add(new HeapEvent(HeapEventKind.Abandoned, address, block.Bytes, block.Name));
        _blocks[address] = block with { State = BlockState.Garbage };
    }

    /// <summary>Frees all garbage, joins neighbouring free blocks, and returns the bytes freed. Nothing moves.</summary>
    public int Collect()
    {
        int garbage = _blocks.Values.Where(block => block.State == BlockState.Garbage).Sum(block => block.Bytes);
        if (garbage == 0) return 0;
        _events.Add(new HeapEvent(HeapEventKind.Collected, 0, garbage, "garbage"));
        HeapBlock[] before = [.. Blocks];
        _free.Clear();
        HeapBlock? room = null;
        foreach (HeapBlock block in before)
        {
            if (block.State == BlockState.Used)
            {
                if (room is { } joined) AddFree(joined);
                room = null;
                continue;
            }
            _blocks.Remove(block.Address);
            room = room is { } sofar
                ? sofar with { Bytes = sofar.Bytes + block.Bytes }
                : new HeapBlock(block.Address, block.Bytes, "", BlockState.Free);
        }
        if (room is { } last) AddFree(last);
        return garbage;
    }

    /// <summary>The object of this name, allocated at the first call; it is never given up.</summary>
    internal ulong AllocateOnce(int bytes, string name)
    {
        if (!_shared.TryGetValue(name, out ulong address)) _shared[name] = address = Allocate(bytes, name);
        return address;
    }

    internal bool IsShared(ulong address) => _shared.ContainsValue(address);

    /// <summary>Notes that a block's contents were copied into another.</summary>
    internal void NoteCopy(ulong from, ulong to, int bytes) => _events.Add(new HeapEvent(HeapEventKind.Copied, to, bytes, Used(to).Name, from));

    private HeapBlock Used(ulong address) =>
        _blocks.TryGetValue(address, out HeapBlock block) && block.State == BlockState.Used
            ? block
            : throw new ArgumentException($"No used block begins at {address:x}.", nameof(address));

    private void AddFree(HeapBlock block)
    {
        _blocks[block.Address] = block;
        _free.Add(block);
    }
}

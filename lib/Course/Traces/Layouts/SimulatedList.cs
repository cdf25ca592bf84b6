namespace Course.Traces.Layouts;

/// <summary>
/// A list of pointers in a simulated heap, as Python's lists and <c>List&lt;object&gt;</c> are: a list object, an array of pointers
/// that is replaced by a larger one when it is full, and each number an object of its own.
/// </summary>
public sealed class SimulatedList : MemoryLayout
{
    private readonly SimulatedHeap _heap;
    private readonly ObjectModel _model;
    private readonly SequenceNode _node;

    /// <summary>An empty list; only the list object is allocated.</summary>
    public SimulatedList(SimulatedHeap heap, ObjectModel model, string name)
    {
        (_heap, _model) = (heap, model);
        ulong block = heap.Allocate(model.ListHeaderBytes + model.ListBytes, name);
        _node = new SequenceNode(model, name) { List = block + (ulong)model.ListHeaderBytes, Elements = [] };
    }

    /// <summary>A list with an inner list for each row, every number appended in order: <c>list[y][x]</c>.</summary>
    public static SimulatedList OfRows(SimulatedHeap heap, ObjectModel model, string name, double[,] values)
    {
        var rows = new SimulatedList(heap, model, name);
        for (int y = 0; y < values.GetLength(0); y++)
        {
            var row = new SimulatedList(heap, model, $"{name}[{y}]");
            for (int x = 0; x < values.GetLength(1); x++) row.Append(values[y, x]);
            rows.Append(row);
        }
        return rows;
    }

    internal override LayoutNode Root => _node;

    public int Count => _node.Count;

    /// <summary>Pointers that fit before the array must be replaced.</summary>
    public int Capacity => _node.Capacity;

    /// <summary>Makes an object of the number and adds a pointer to it.</summary>
    /// <exception cref="InvalidOperationException">The heap is full.</exception>
    public void Append(double value) => Append(Box(value, Count));

    /// <summary>Adds a pointer to another list of the same heap.</summary>
    public void Append(SimulatedList inner) => Append(inner._node);

    /// <summary>Makes an object of the number and puts the pointer to it in place of the old one, whose object is given up.</summary>
    public void Set(int index, double value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        LayoutNode old = _node.Elements![index];
        if (old is not BoxNode) throw new ArgumentException($"{Name}[{index}] is a list.", nameof(index));
        _node.Elements[index] = Box(value, index);
        if (!_heap.IsShared(old.Pointer)) Release(old.Pointer - (ulong)_model.Box.HeaderBytes);
    }

    private void Append(LayoutNode element)
    {
        if (Count == Capacity) Grow();
        _node.Elements!.Add(element);
    }

    private void Grow()
    {
        int capacity = _model.Grow(Count + 1);
        ulong old = _node.Items - (ulong)_model.ArrayPointerOffset;
        ulong block = _heap.Allocate(SequenceNode.ArrayBytes(_model, capacity), $"pointers of {Name}");
        if (Capacity > 0)
        {
            _heap.NoteCopy(old, block, SequenceNode.ArrayBytes(_model, Count) - _model.ArrayHeaderBytes);
            Release(old);
        }
        (_node.Items, _node.Capacity) = (block + (ulong)_model.ArrayPointerOffset, capacity);
    }

    private BoxNode Box(double value, int index)
    {
        var box = _model.Box;
        bool shared = _model.SharesSmallIntegers && value is >= -5 and <= 256 && value == Math.Floor(value);
        string name = shared ? $"{box.Name} {value}" : $"{Name}[{index}]";
        int bytes = box.HeaderBytes + box.Bytes;
        ulong block = shared ? _heap.AllocateOnce(bytes, name) : _heap.Allocate(bytes, name);
        return new BoxNode(_model, name, block + (ulong)box.HeaderBytes, value);
    }

    private void Release(ulong block)
    {
        if (_model.FreesAtOnce) _heap.Free(block);
        else _heap.Abandon(block);
    }
}

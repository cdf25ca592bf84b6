namespace Course.Traces.Layouts;

/// <summary>
/// Numbers of 8 bytes side by side in a simulated heap, as in .NET's <c>double[]</c>. When it is full, <see cref="Append"/> copies
/// everything into an array of twice the room and leaves the old one as garbage.
/// </summary>
public sealed class SimulatedArray : MemoryLayout
{
    private readonly SimulatedHeap _heap;
    private readonly ObjectModel _model = ObjectModel.DotNet;
    private readonly SequenceNode _node;

    /// <param name="heap">Where it lies.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="values">Its first elements, for which there is exactly room.</param>
    public SimulatedArray(SimulatedHeap heap, string name, params ReadOnlySpan<double> values)
    {
        _heap = heap;
        _node = new SequenceNode(_model, name) { Values = [.. values], Capacity = values.Length };
        _node.Items = heap.Allocate(SequenceNode.ArrayBytes(_model, values.Length), name) + (ulong)_model.ArrayPointerOffset;
    }

    internal override LayoutNode Root => _node;

    public int Count => _node.Count;

    /// <summary>Numbers that fit before the array must be replaced.</summary>
    public int Capacity => _node.Capacity;

    /// <exception cref="InvalidOperationException">The heap is full.</exception>
    public void Append(double value)
    {
        if (Count == Capacity)
        {
            int capacity = _model.Grow(Count + 1);
            ulong old = _node.Items - (ulong)_model.ArrayPointerOffset;
            ulong block = _heap.Allocate(SequenceNode.ArrayBytes(_model, capacity), Name);
            if (Count > 0) _heap.NoteCopy(old, block, Count * sizeof(double));
            _heap.Abandon(old);
            (_node.Items, _node.Capacity) = (block + (ulong)_model.ArrayPointerOffset, capacity);
        }
        _node.Values!.Add(value);
    }
}

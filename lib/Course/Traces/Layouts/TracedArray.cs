namespace Course.Traces.Layouts;

/// <summary>A list or array of numbers, <c>image[i]</c>, that records every memory access of its indexing; see <see cref="TracedRows"/>.</summary>
public sealed class TracedArray
{
    private readonly LayoutRecorder _recorder;
    private readonly SequenceNode _array;

    /// <exception cref="ArgumentException">The layout does not take one index.</exception>
    public TracedArray(MemoryLayout layout, Trace trace)
    {
        if (layout.Root is not SequenceNode root || root.Elements?.Exists(element => element is not BoxNode) == true)
            throw new ArgumentException($"{layout.Name} takes two indices; trace it as TracedRows or a TracedRectangle.", nameof(layout));
        (_array, _recorder) = (root, new LayoutRecorder(layout, trace));
    }

    public int Count => _array.Count;
    public int Length => _array.Count;

    public double this[int i]
    {
        get => _recorder.Get(_array, i);
        set => _recorder.Set(_array, i, value);
    }
}

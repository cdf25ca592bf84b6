namespace Course.Traces.Layouts;

/// <summary>
/// A picture of lists or arrays of rows, <c>image[y][x]</c>, that records every memory access of its indexing. It has the layout's
/// addresses and a copy of its numbers, so a loop written for <c>List&lt;List&lt;object&gt;&gt;</c>, <c>List&lt;List&lt;double&gt;&gt;</c> or
/// <c>double[][]</c> runs unchanged, slowly, and leaves a trace of what the real loop reads and writes.
/// </summary>
public sealed class TracedRows
{
    private readonly LayoutRecorder _recorder;
    private readonly SequenceNode _root;
    private readonly TracedRow[] _rows;

    /// <exception cref="ArgumentException">The layout does not consist of rows of numbers.</exception>
    public TracedRows(MemoryLayout layout, Trace trace)
    {
        if (layout.Root is not SequenceNode { Elements: { } rows } root || rows.Exists(row => row is not SequenceNode))
            throw new ArgumentException($"{layout.Name} does not consist of rows; trace it as a TracedArray or a TracedRectangle.", nameof(layout));
        (_root, _recorder) = (root, new LayoutRecorder(layout, trace));
        _rows = [.. rows.Select(row => new TracedRow(_recorder, (SequenceNode)row))];
    }

    public int Count => _rows.Length;
    public int Length => _rows.Length;

    public TracedRow this[int y]
    {
        get
        {
            _recorder.Enter(_root, y);
            return _rows[y];
        }
    }
}

namespace Course.Traces.Layouts;

/// <summary>One row of <see cref="TracedRows"/>.</summary>
public sealed class TracedRow
{
    private readonly LayoutRecorder _recorder;
    private readonly SequenceNode _row;

    internal TracedRow(LayoutRecorder recorder, SequenceNode row) => (_recorder, _row) = (recorder, row);

    public int Count => _row.Count;
    public int Length => _row.Count;

    public double this[int x]
    {
        get => _recorder.Get(_row, x);
        set => _recorder.Set(_row, x, value);
    }
}

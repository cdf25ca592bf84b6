namespace Course.Traces.Layouts;

/// <summary>A <c>double[,]</c>, <c>image[y, x]</c>, that records every memory access of its indexing; see <see cref="TracedRows"/>.</summary>
public sealed class TracedRectangle
{
    private readonly LayoutRecorder _recorder;
    private readonly RectangleNode _rectangle;

    /// <exception cref="ArgumentException">The layout is no <c>double[,]</c>.</exception>
    public TracedRectangle(MemoryLayout layout, Trace trace)
    {
        _rectangle = layout.Root as RectangleNode ?? throw new ArgumentException($"{layout.Name} is no double[,]; trace it as TracedRows or a TracedArray.", nameof(layout));
        _recorder = new LayoutRecorder(layout, trace);
    }

    public int GetLength(int dimension) => _rectangle.Values.GetLength(dimension);

    public double this[int y, int x]
    {
        get => _recorder.Get(_rectangle, y, x);
        set => _recorder.Set(_rectangle, y, x, value);
    }
}

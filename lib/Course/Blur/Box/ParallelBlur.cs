namespace Course.Blur.Box;

/// <summary>One blur in strips of rows. Each thread keeps one for its calls, so that nothing is allocated again.</summary>
internal sealed unsafe class ParallelBlur<T> : StripJob where T : unmanaged
{
    // The caller's first strip is higher by as much as it blurs before a helper has seen the job, and after a helper's last word has reached it.
    private const int HeadStartBytes = 16 << 10;

    [ThreadStatic]
    private static ParallelBlur<T>? t_own;

    private BoxKernel<T>? _kernel;
    private BlurTask<T> _task;
    private RowSource<T>[] _rows = [];
    private int _first, _end, _strips;
    private Thread? _caller;
    private byte* _memory, _callersScratch;

    public static ParallelBlur<T> OfThisThread => t_own ??= new ParallelBlur<T>();

    public void Run(BoxKernel<T> kernel, in BlurTask<T> task, int first, int end, int strips, int helpers)
    {
        nint rowBytes = Scratch.Aligned(RowSource<T>.Bytes(task));
        byte* memory = Scratch.OfThisThread(strips * rowBytes + kernel.ScratchBytes(task));
        // The same blur again leaves all this unwritten: the other cores still have it in their caches, and to fetch it anew takes a microsecond.
        if (_kernel != kernel || _strips != strips || _memory != memory || task.NeedsOwnRows || !task.Equals(_task))
        {
            (_kernel, _task, _first, _end, _strips, _caller) = (kernel, task, first, end, strips, Thread.CurrentThread);
            _memory = memory;
            if (_rows.Length < strips) _rows = new RowSource<T>[strips];
            // In place, every strip needs its neighbours' rows as they are now.
            for (int strip = 0; strip < strips; strip++)
                _rows[strip] = new RowSource<T>(task, Begin(strip), Begin(strip + 1), memory + strip * rowBytes);
            _callersScratch = memory + strips * rowBytes;
        }
        WorkerTeam.Run(this, strips, helpers);
    }

    protected override void RunStrip(int strip)
    {
        byte* scratch = Thread.CurrentThread == _caller ? _callersScratch : Scratch.OfThisThread(_kernel!.ScratchBytes(_task));
        if (Begin(strip) < Begin(strip + 1)) _kernel!.BlurRows(_task, _rows[strip], Begin(strip), Begin(strip + 1), scratch);
    }

    private int Begin(int strip)
    {
        if (strip == 0) return _first;
        if (strip == _strips) return _end;
        int height = _end - _first, ahead = Math.Min(height / 8, HeadStartBytes / (_task.RowElements * sizeof(T)));
        int even = ahead + (int)((long)(height - ahead) * strip / _strips), rows = _kernel!.RowsAtOnce;
        return _first + even / rows * rows;
    }
}

namespace Course.Blur.Box;

/// <summary>One blur in strips of rows. Each thread keeps one for its calls, so that nothing is allocated again.</summary>
internal sealed unsafe class ParallelBlur<T> : StripJob where T : unmanaged
{
    [ThreadStatic]
    private static ParallelBlur<T>? t_own;

    private BoxKernel<T>? _kernel;
    private BlurTask<T> _task;
    private RowSource<T>[] _rows = [];
    private int _first, _end, _strips;
    private Thread? _caller;
    private byte* _callersScratch;

    public static ParallelBlur<T> OfThisThread => t_own ??= new ParallelBlur<T>();

    public void Run(BoxKernel<T> kernel, in BlurTask<T> task, int first, int end, int strips, int helpers)
    {
        (_kernel, _task, _first, _end, _strips, _caller) = (kernel, task, first, end, strips, Thread.CurrentThread);
        nint rowBytes = Scratch.Aligned(RowSource<T>.Bytes(task));
        byte* scratch = Scratch.OfThisThread(strips * rowBytes + kernel.ScratchBytes(task));
        if (_rows.Length < strips) _rows = new RowSource<T>[strips];
        // In place, every strip needs its neighbours' rows as they are now.
        for (int strip = 0; strip < strips; strip++)
            _rows[strip] = new RowSource<T>(task, Begin(strip), Begin(strip + 1), scratch + strip * rowBytes);
        _callersScratch = scratch + strips * rowBytes;
        WorkerTeam.Run(this, strips, helpers);
    }

    protected override void RunStrip(int strip)
    {
        byte* scratch = Thread.CurrentThread == _caller ? _callersScratch : Scratch.OfThisThread(_kernel!.ScratchBytes(_task));
        _kernel!.BlurRows(_task, _rows[strip], Begin(strip), Begin(strip + 1), scratch);
    }

    private int Begin(int strip) => _first + (int)((long)(_end - _first) * strip / _strips);
}

namespace Course.Blur.Box;

/// <summary>Work in independent strips, for <see cref="WorkerTeam"/>. Each strip is run once, on any thread.</summary>
internal abstract class StripJob
{
    private int _unfinished;
    private Exception? _failure;

    protected abstract void RunStrip(int strip);

    public void Start(int strips)
    {
        _failure = null;
        Volatile.Write(ref _unfinished, strips);
    }

    /// <summary>After a failure the remaining strips are only counted, so that waiting still ends.</summary>
    public void Run(int strip)
    {
        try
        {
            if (Volatile.Read(ref _failure) is null) RunStrip(strip);
        }
        catch (Exception error)
        {
            Interlocked.CompareExchange(ref _failure, error, null);
        }
        Interlocked.Decrement(ref _unfinished);
    }

    /// <summary>Returns when every strip is done.</summary>
    /// <exception cref="Exception">What the first failing strip threw.</exception>
    public void Wait()
    {
        var spin = new SpinWait();
        while (Volatile.Read(ref _unfinished) != 0) spin.SpinOnce(sleep1Threshold: -1);
        if (_failure is { } failure) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }
}

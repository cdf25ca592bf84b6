namespace Course.Blur.Box;

/// <summary>Work in independent strips, for <see cref="WorkerTeam"/>. Each strip is run once, on any thread.</summary>
internal abstract class StripJob
{
    // Some tens of microseconds. Giving up the processor takes longer than the last strip of a picture in cache.
    private const int SpinsBeforeYielding = 1000;

    private OwnCacheLine _unfinished;
    private Exception? _failure;

    protected abstract void RunStrip(int strip);

    public void Start(int strips)
    {
        if (_failure is not null) _failure = null;
        Volatile.Write(ref _unfinished.Value, strips);
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
    }

    /// <summary>What a helper says after each <see cref="Run"/>.</summary>
    public void Finished() => Interlocked.Decrement(ref _unfinished.Value);

    /// <summary>Returns when every strip is done: those that the caller ran, which it does not count here, and all others.</summary>
    /// <exception cref="Exception">What the first failing strip threw.</exception>
    public void Wait(int own)
    {
        for (int i = 0; i < SpinsBeforeYielding && Volatile.Read(ref _unfinished.Value) != own; i++) Thread.SpinWait(1);
        var spin = new SpinWait();
        while (Volatile.Read(ref _unfinished.Value) != own) spin.SpinOnce(sleep1Threshold: -1);
        if (_failure is { } failure) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }
}

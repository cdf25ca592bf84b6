using System.Collections.Concurrent;

namespace Kernel.Session.Running;

/// <summary>
/// Brings what follows an <c>await</c> in a cell back to the cell's thread, where it can be stopped. While that thread is busy or
/// blocked (a cell may call <c>.Result</c> on its own async method), the thread pool takes over after a moment instead of a deadlock.
/// </summary>
internal sealed class AwaitPump : SynchronizationContext
{
    private const int PatienceMilliseconds = 10;

    private sealed class Work(SendOrPostCallback callback, object? state)
    {
        private int _taken;

        public void RunOnce(SynchronizationContext context)
        {
            if (Interlocked.Exchange(ref _taken, 1) == 1) return;
            SynchronizationContext? before = Current;
            SetSynchronizationContext(context);
            try { callback(state); }
            finally { SetSynchronizationContext(before); }
        }
    }

    private readonly BlockingCollection<Work> _work = [];
    private volatile bool _pumping;

    public override void Post(SendOrPostCallback callback, object? state)
    {
        var work = new Work(callback, state);
        _work.Add(work);
        if (_pumping) return;
        _ = Task.Delay(PatienceMilliseconds).ContinueWith(_ => work.RunOnce(this), TaskScheduler.Default);
    }

    public override void Send(SendOrPostCallback callback, object? state) => callback(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs posted work on the calling thread until <paramref name="task"/> ends.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="interrupted"/> was cancelled and the task did not end by itself.</exception>
    public void RunUntilDone(Task task, CancellationToken interrupted)
    {
        if (task.IsCompleted) return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        _ = task.ContinueWith(_ => Post(static _ => { }, null), TaskScheduler.Default);
        _pumping = true;
        try
        {
            while (!task.IsCompleted) _work.Take(stop.Token).RunOnce(this);
        }
        finally { _pumping = false; }
    }
}

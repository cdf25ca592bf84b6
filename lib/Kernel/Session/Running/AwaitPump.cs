using System.Collections.Concurrent;

namespace Kernel.Session.Running;

/// <summary>
/// Brings what follows an <c>await</c> at the top level of a cell back to the cell's thread, where it can be stopped. All other
/// continuations go to the thread pool, as in a program: async methods of a cell run in parallel, and <c>.Result</c> does not block them.
/// </summary>
internal sealed class AwaitPump : SynchronizationContext
{
    private readonly BlockingCollection<Action> _topLevel = [];

    public override void Post(SendOrPostCallback callback, object? state)
    {
        if (IsTopLevel(state)) _topLevel.Add(() => callback(state));
        else ThreadPool.QueueUserWorkItem(_ => callback(state));
    }

    public override void Send(SendOrPostCallback callback, object? state) => callback(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs the cell's continuations on the calling thread until <paramref name="task"/> ends.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="interrupted"/> was cancelled and the task did not end by itself.</exception>
    public void RunUntilDone(Task task, CancellationToken interrupted)
    {
        _ = task.ContinueWith(_ => _topLevel.Add(static () => { }), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (!task.IsCompleted) _topLevel.Take(interrupted)();
    }

    /// <summary>An await hands over its state machine or the action that steps it, and that of a cell's top level has this name.</summary>
    private static bool IsTopLevel(object? state)
    {
        object? machine = state is Action step ? step.Target : state;
        return machine?.GetType().GenericTypeArguments.Any(type => type.Name.StartsWith("<<Initialize>>", StringComparison.Ordinal)) == true;
    }
}

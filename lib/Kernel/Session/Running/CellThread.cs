using System.Runtime;

namespace Kernel.Session.Running;

/// <summary>
/// Runs one cell on a fresh thread and stops it when asked, in four steps: the token (which output, input and await observe),
/// <see cref="Thread.Interrupt"/>, a forced abort, and at last leaving the thread behind. The thread is fresh because the runtime
/// aborts a thread once only.
/// </summary>
internal sealed class CellThread
{
    private const int StackBytes = 16 << 20;
    private static readonly TimeSpan BeforeInterrupt = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan BeforeAbort = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan BeforeGivingUp = TimeSpan.FromSeconds(3);

    private readonly CellRun _run;
    private readonly Thread _thread;
    private readonly CancellationTokenSource _abort = new();
    private readonly TaskCompletionSource<CellError?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _inUserCode;

    public CellThread(CellRun run, Func<CellThread, CellError?> cell)
    {
        _run = run;
        _thread = new(() => Run(cell), StackBytes) { IsBackground = true, Name = $"cell {run.Number}" };
    }

    public async Task<CellError?> RunAsync()
    {
        _thread.Start();
        using var registration = _run.Interrupted.Register(() =>
        {
            _run.BeginLastWords();
            new Thread(Stop) { IsBackground = true, Name = "cell interrupt" }.Start();
        });
        return await _ended.Task.ConfigureAwait(false);
    }

    /// <summary>Calls code of the cell: what runs inside can be aborted, what runs outside (the compiler) cannot.</summary>
    public T Call<T>(Func<T> userCode)
    {
        T? result = default;
        Exception? thrown = null;
        _run.Interrupted.ThrowIfCancellationRequested();
        _inUserCode = true;
        try
        {
#pragma warning disable SYSLIB0046 // The one way to stop a loop that does not ask; a last resort, said before it is used.
            ControlledExecution.Run(() =>
            {
                try { result = userCode(); }
                catch (Exception exception) { thrown = exception; }
            }, _abort.Token);
#pragma warning restore SYSLIB0046
        }
        finally { _inUserCode = false; }
        if (thrown is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown);
        return result!;
    }

    private void Run(Func<CellThread, CellError?> cell)
    {
        _run.Enter();
        CellError? error;
        try { error = cell(this); }
        catch (Exception) when (_run.Interrupted.IsCancellationRequested) { error = Interrupted("The cell was interrupted."); }
        catch (Exception exception) { error = ExceptionReport.Describe(exception, _run.Number, ""); }
        _ended.TrySetResult(error);
    }

    private void Stop()
    {
        if (Ended(BeforeInterrupt)) return;
        if (_inUserCode) _thread.Interrupt();
        if (Ended(BeforeAbort)) return;
        if (_inUserCode)
        {
            _run.Note("The cell does not react to the interrupt and is now stopped by force; in rare cases that ends the kernel, and its variables are lost.\n");
            // The note must be out before the step that may end the process.
            Thread.Sleep(150);
            SpinWait.SpinUntil(() => !_run.IsSending, BeforeAbort);
            // On a thread of its own: the call returns only when the abort has reached managed code.
            if (_inUserCode) new Thread(_abort.Cancel) { IsBackground = true, Name = "cell abort" }.Start();
        }
        if (Ended(BeforeGivingUp)) return;
        _ended.TrySetResult(Interrupted(
            "The cell could not be stopped: it is inside native code. It goes on in the background; restart the kernel to end it."));
    }

    private bool Ended(TimeSpan within) => _ended.Task.Wait(within);

    private static CellError Interrupted(string message) => new("Interrupted", message, 0, [message]);
}

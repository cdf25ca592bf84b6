using System.Diagnostics;
using Display;

namespace Kernel.Session.Running;

/// <summary>One cell while it runs, as its code sees it: where output goes and whether it should stop.</summary>
internal sealed class CellRun(int number, ICellOutput output, OutputSender sender, CancellationToken interrupted)
{
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(200);

    private static readonly AsyncLocal<CellRun?> OfThisFlow = new();
    private static volatile CellRun? _newest;
    private long _interruptedAt;
    private int _sending;

    /// <summary>The cell that started the calling flow, else the newest one; null before the first.</summary>
    public static CellRun? Current => OfThisFlow.Value ?? _newest;

    public int Number { get; } = number;

    public CancellationToken Interrupted { get; } = interrupted;

    /// <summary>Says that the calling thread, and all that it starts, works for this cell.</summary>
    public void Enter()
    {
        OfThisFlow.Value = this;
        _newest = this;
    }

    /// <summary>From now on the cell may write for a moment only: a loop that asks the token ends in good order and says so, one that prints for ever stops.</summary>
    public void BeginLastWords() => Volatile.Write(ref _interruptedAt, Stopwatch.GetTimestamp());

    /// <summary>Whether some thread is putting output into the queue. After the last words no new one begins, so false then stays false.</summary>
    public bool IsSending => Volatile.Read(ref _sending) > 0;

    public void Write(string stream, string text)
    {
        sender.WaitForRoom(Interrupted);
        Send(() => sender.Write(output, stream, text));
    }

    /// <summary>What the kernel itself has to say, also to a cell that is being stopped.</summary>
    public void Note(string text) => sender.Write(output, "stderr", text);

    public void Show(MimeBundle bundle, string? displayId = null, bool update = false) =>
        Send(() => sender.Post(output, to => to.Display(bundle, displayId, update)));

    public void Result(MimeBundle bundle) => Send(() => sender.Post(output, to => to.Result(bundle)));

    public void Clear(bool wait) => Send(() => sender.Post(output, to => to.Clear(wait)));

    /// <summary>Asks on a thread of its own, so that the waiting cell can be interrupted.</summary>
    public string? ReadLine(string prompt, bool password)
    {
        var answer = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(() => sender.Post(output, to => new Thread(() =>
        {
            try { answer.TrySetResult(to.ReadLine(prompt, password)); }
            catch (Exception failed) { answer.TrySetException(failed); }
        })
        { IsBackground = true, Name = "cell input" }.Start()));
        answer.Task.Wait(Interrupted);
        return answer.Task.Result;
    }

    private void Send(Action put)
    {
        Interlocked.Increment(ref _sending);
        try
        {
            if (Volatile.Read(ref _interruptedAt) is not 0 and var at && Stopwatch.GetElapsedTime(at) > LastWords) Interrupted.ThrowIfCancellationRequested();
            put();
        }
        finally { Interlocked.Decrement(ref _sending); }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Kernel.Session.Running;

/// <summary>
/// Carries output from the threads of cells to <see cref="ICellOutput"/> on one thread of its own, in order. Console text is
/// joined for 50 ms. A cell's thread only puts an item into a queue, because a forced stop must never hit it while it holds a socket.
/// </summary>
internal sealed class OutputSender : IDisposable
{
    private const int JoinMilliseconds = 50;
    private const int JoinChars = 64 * 1024;
    private const long MostCharsWaiting = 16 << 20;

    private readonly record struct Item(ICellOutput To, string? Stream, string Text, Action<ICellOutput>? Action);

    private readonly ConcurrentQueue<Item> _items = new();
    private readonly AutoResetEvent _wake = new(false);
    private readonly StringBuilder _joined = new();
    private Item _first;
    private long _joinedSince;
    private long _charsWaiting;
    private volatile bool _stopped;

    public OutputSender() => new Thread(Send) { IsBackground = true, Name = "cell output" }.Start();

    public void Write(ICellOutput to, string stream, string text)
    {
        if (text.Length > 0) Put(new(to, stream, text, null));
    }

    /// <summary>Holds a cell that writes faster than its reader takes.</summary>
    public void WaitForRoom(CancellationToken interrupted)
    {
        while (Volatile.Read(ref _charsWaiting) > MostCharsWaiting && !_stopped)
        {
            interrupted.ThrowIfCancellationRequested();
            Thread.Sleep(1);
        }
    }

    public void Post(ICellOutput to, Action<ICellOutput> action) => Put(new(to, null, "", action));

    /// <summary>Completes when everything put in so far has been sent.</summary>
    public Task FlushAsync(ICellOutput to)
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(to, _ => sent.SetResult());
        return sent.Task;
    }

    public void Dispose()
    {
        _stopped = true;
        _wake.Set();
    }

    private void Put(Item item)
    {
        Interlocked.Add(ref _charsWaiting, item.Text.Length);
        _items.Enqueue(item);
        _wake.Set();
    }

    private void Send()
    {
        while (true)
        {
            if (_items.TryDequeue(out Item item))
            {
                Interlocked.Add(ref _charsWaiting, -item.Text.Length);
                Take(item);
            }
            else if (_joined.Length > 0)
            {
                int left = JoinMilliseconds - (int)Stopwatch.GetElapsedTime(_joinedSince).TotalMilliseconds;
                if (left <= 0 || _stopped) SendJoined();
                else _wake.WaitOne(left);
            }
            else if (_stopped) return;
            else _wake.WaitOne();
        }
    }

    private void Take(Item item)
    {
        if (item.Action is not null)
        {
            SendJoined();
            Guard(() => item.Action(item.To));
            return;
        }
        if (_joined.Length > 0 && (_first.Stream != item.Stream || _first.To != item.To)) SendJoined();
        if (_joined.Length == 0) (_first, _joinedSince) = (item, Stopwatch.GetTimestamp());
        _joined.Append(item.Text);
        if (_joined.Length >= JoinChars || Stopwatch.GetElapsedTime(_joinedSince).TotalMilliseconds > JoinMilliseconds) SendJoined();
    }

    private void SendJoined()
    {
        if (_joined.Length == 0) return;
        string text = _joined.ToString();
        _joined.Clear();
        Guard(() => _first.To.Stream(_first.Stream!, text));
    }

    /// <summary>A front end that went away must not end the thread that serves the next one.</summary>
    private static void Guard(Action send)
    {
        try { send(); }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException) { }
    }
}

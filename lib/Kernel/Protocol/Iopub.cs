using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Kernel.Wire;

namespace Kernel.Protocol;

/// <summary>
/// The one ordered line of everything that front ends see. Cells only put items into it; one loop signs and sends them, and joins
/// console text written within 50 ms into one message.
/// </summary>
public sealed class Iopub(MessageCodec codec, PubSocket socket) : IAsyncDisposable
{
    private const int WaitingCharactersLimit = 8 << 20, JoinedCharactersLimit = 256 << 10;
    private static readonly TimeSpan JoinTime = TimeSpan.FromMilliseconds(50);

    private readonly Channel<Item> _items = Channel.CreateUnbounded<Item>(new UnboundedChannelOptions { SingleReader = true });
    private readonly StringBuilder _text = new();
    private Item _textOwner;
    private long _textSince;
    private long _waitingCharacters;
    private Task _loop = Task.CompletedTask;

    public void Start() => _loop = LoopAsync();

    /// <summary>Sends a message that <paramref name="parentHeader"/> caused, after everything posted before it.</summary>
    public void Post(string type, byte[]? parentHeader, JsonObject content) => Enqueue(new Item(type, parentHeader, content, "", null));

    public void Status(string state, byte[]? parentHeader) => Post("status", parentHeader, new JsonObject { ["execution_state"] = state });

    /// <summary>Sends console text; waits a little while megabytes of it are still on their way.</summary>
    public void Stream(string name, byte[] parentHeader, string text)
    {
        while (Interlocked.Read(ref _waitingCharacters) > WaitingCharactersLimit) Thread.Sleep(1);
        Interlocked.Add(ref _waitingCharacters, text.Length);
        Enqueue(new Item(name, parentHeader, null, text, null));
    }

    /// <summary>Completes when everything posted before is with the sockets.</summary>
    public Task FlushAsync()
    {
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_items.Writer.TryWrite(new Item("", null, null, "", done))) done.SetResult();
        return done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _items.Writer.TryComplete();
        await _loop;
    }

    // A cell that ignores its interrupt is aborted at any instruction, but never inside a finally block: the queue stays whole.
    private void Enqueue(Item item)
    {
        try
        {
        }
        finally
        {
            _items.Writer.TryWrite(item);
        }
    }

    private async Task LoopAsync()
    {
        Task<bool> more = _items.Reader.WaitToReadAsync().AsTask();
        while (true)
        {
            if (_text.Length > 0)
            {
                TimeSpan left = JoinTime - Stopwatch.GetElapsedTime(_textSince);
                if (left <= TimeSpan.Zero || await Task.WhenAny(more, Task.Delay(left)) != more) await SendTextAsync();
            }

            if (!await more) break;
            while (_items.Reader.TryRead(out Item item)) await TakeAsync(item);
            more = _items.Reader.WaitToReadAsync().AsTask();
        }

        await SendTextAsync();
    }

    private async ValueTask TakeAsync(Item item)
    {
        if (item.Content is null && item.Done is null)
        {
            if (item.Type != _textOwner.Type || item.Parent != _textOwner.Parent) await SendTextAsync();
            if (_text.Length == 0) (_textOwner, _textSince) = (item, Stopwatch.GetTimestamp());
            _text.Append(item.Text);
            Interlocked.Add(ref _waitingCharacters, -item.Text.Length);
            if (_text.Length >= JoinedCharactersLimit) await SendTextAsync();
            return;
        }

        await SendTextAsync();
        if (item.Content is { } content) await socket.SendAsync([Topic(item.Type), .. codec.Write(item.Type, item.Parent, content)]);
        item.Done?.SetResult();
    }

    private async ValueTask SendTextAsync()
    {
        if (_text.Length == 0) return;
        JsonObject content = new() { ["name"] = _textOwner.Type, ["text"] = _text.ToString() };
        _text.Clear();
        await socket.SendAsync([Topic("stream"), .. codec.Write("stream", _textOwner.Parent, content)]);
    }

    private static byte[] Topic(string type) => Encoding.ASCII.GetBytes($"kernel.{type}");

    // Text has no content, a mark of FlushAsync has neither; Type is then the stream's name.
    private readonly record struct Item(string Type, byte[]? Parent, JsonObject? Content, string Text, TaskCompletionSource? Done);
}

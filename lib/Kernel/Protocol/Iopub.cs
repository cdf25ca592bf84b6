using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Kernel.Wire;

namespace Kernel.Protocol;

/// <summary>The one ordered line of everything that front ends see. Whoever posts never touches a socket; one loop signs and sends.</summary>
public sealed class Iopub(MessageCodec codec, PubSocket socket) : IAsyncDisposable
{
    private const int WaitingLimit = 256;

    private readonly Channel<Item> _items = Channel.CreateUnbounded<Item>();
    private Task _loop = Task.CompletedTask;

    public void Start() => _loop = LoopAsync();

    /// <summary>Sends a message that <paramref name="parentHeader"/> caused, after everything posted before it.</summary>
    public void Post(string type, byte[]? parentHeader, JsonObject content) => _items.Writer.TryWrite(new Item(type, parentHeader, content, null));

    public void Status(string state, byte[]? parentHeader) => Post("status", parentHeader, new JsonObject { ["execution_state"] = state });

    /// <summary>Sends console text; waits while hundreds of messages are still on their way, so that a cell cannot outrun its readers.</summary>
    public void Stream(string name, byte[] parentHeader, string text)
    {
        while (_items.Reader.Count > WaitingLimit) Thread.Sleep(1);
        Post("stream", parentHeader, new JsonObject { ["name"] = name, ["text"] = text });
    }

    /// <summary>Completes when everything posted before is with the sockets.</summary>
    public Task FlushAsync()
    {
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_items.Writer.TryWrite(new Item("", null, null, done))) done.SetResult();
        return done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _items.Writer.TryComplete();
        await _loop;
    }

    private async Task LoopAsync()
    {
        await foreach (Item item in _items.Reader.ReadAllAsync())
        {
            if (item.Content is { } content)
                await socket.SendAsync([Encoding.ASCII.GetBytes($"kernel.{item.Type}"), .. codec.Write(item.Type, item.Parent, content)]);
            item.Flushed?.SetResult();
        }
    }

    private readonly record struct Item(string Type, byte[]? Parent, JsonObject? Content, TaskCompletionSource? Flushed);
}

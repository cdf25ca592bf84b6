using System.Net;
using System.Text.Json.Nodes;
using Kernel.Wire;

namespace Kernel.Protocol;

/// <summary>Asks the front end that runs the cell for a line of input.</summary>
public sealed class StdinChannel : IAsyncDisposable
{
    private static readonly TimeSpan ConnectionLimit = TimeSpan.FromSeconds(5);

    private readonly MessageCodec _codec;
    private readonly Iopub _iopub;
    private readonly Action<string> _log;
    private readonly RouterSocket _socket;
    private volatile TaskCompletionSource<string>? _asked;

    public StdinChannel(EndPoint address, MessageCodec codec, Iopub iopub, Action<string> log)
    {
        (_codec, _iopub, _log) = (codec, iopub, log);
        _socket = new RouterSocket(address, log, OnMessage);
    }

    public EndPoint Address => _socket.Address;

    /// <summary>Blocks until the line comes; null where the front end has no stdin channel.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public string? Ask(Message request, string prompt, bool password, CancellationToken interrupt)
    {
        // The prompt belongs below what the cell has written so far.
        _iopub.FlushAsync().Wait(interrupt);
        TaskCompletionSource<string> asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked = asked;
        byte[][] parts = _codec.Write("input_request", request.Header, new JsonObject { ["prompt"] = prompt, ["password"] = password });

        // The same client has another connection here, found by its identity; it may still be on its way.
        Route sameClient = request.Route with { Connection = null! };
        long end = Environment.TickCount64 + (long)ConnectionLimit.TotalMilliseconds;
        while (!_socket.Send(sameClient, parts))
        {
            if (Environment.TickCount64 > end) return null;
            interrupt.ThrowIfCancellationRequested();
            Thread.Sleep(10);
        }

        asked.Task.Wait(interrupt);
        return asked.Task.Result;
    }

    public ValueTask DisposeAsync() => _socket.DisposeAsync();

    // An answer that nobody waits for any more, after an interrupt, is dropped.
    private void OnMessage(Route route, byte[][] parts)
    {
        if (!_codec.TryRead(route, parts, out Message? message, out string problem)) _log($"stdin: dropped {problem}");
        else if (message.Type == "input_reply") Interlocked.Exchange(ref _asked, null)?.TrySetResult(message.Text("value"));
    }
}

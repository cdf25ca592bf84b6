using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Kernel.Session;
using Kernel.Wire;

namespace Kernel.Protocol;

/// <summary>
/// A channel that answers requests in the order in which they came: busy, what the request causes, the reply, idle. Shell and control
/// are one each, so control answers while a cell runs.
/// </summary>
public sealed class RequestChannel : IAsyncDisposable
{
    private readonly string _name;
    private readonly MessageCodec _codec;
    private readonly Iopub _iopub;
    private readonly Action<string> _log;
    private readonly IReadOnlyDictionary<string, Func<Message, Task<JsonObject?>>> _handlers;
    private readonly Channel<Message> _waiting = Channel.CreateUnbounded<Message>(new UnboundedChannelOptions { SingleReader = true });
    private readonly RouterSocket _socket;

    /// <param name="handlers">By message type. A handler gives the reply's content, or null for messages that have no reply.</param>
    public RequestChannel(string name, EndPoint address, MessageCodec codec, Iopub iopub, Action<string> log,
        IReadOnlyDictionary<string, Func<Message, Task<JsonObject?>>> handlers)
    {
        (_name, _codec, _iopub, _log, _handlers) = (name, codec, iopub, log, handlers);
        _socket = new RouterSocket(address, log, OnMessage);
    }

    public EndPoint Address => _socket.Address;

    /// <summary>How many requests have been received so far, answered or not.</summary>
    public long Received { get; private set; }

    /// <summary>How many requests have been taken up; the one being answered is the last of them.</summary>
    public long Started { get; private set; }

    /// <summary>Answers until it has answered a shutdown request, or until told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await foreach (Message request in _waiting.Reader.ReadAllAsync(stop))
            {
                Started++;
                await AnswerAsync(request);
                if (request.Type == "shutdown_request") return;
            }
        }
        catch (OperationCanceledException)
        {
            // The kernel shuts down.
        }
    }

    public Task FlushAsync(TimeSpan limit) => _socket.FlushAsync(limit);

    public ValueTask DisposeAsync() => _socket.DisposeAsync();

    private void OnMessage(Route route, byte[][] parts)
    {
        if (!_codec.TryRead(route, parts, out Message? message, out string problem))
        {
            _log($"{_name}: dropped {problem}");
            return;
        }

        // Several clients may write at once; a request's number is its place in the queue.
        lock (_waiting)
        {
            Received++;
            _waiting.Writer.TryWrite(message);
        }
    }

    private async Task AnswerAsync(Message request)
    {
        _iopub.Status("busy", request.Header);
        JsonObject? reply = null;
        if (_handlers.TryGetValue(request.Type, out Func<Message, Task<JsonObject?>>? handler))
        {
            try
            {
                reply = await handler(request);
            }
            catch (Exception e)
            {
                // The kernel's own fault, or a comm handler's: the front end must not wait for ever, and the next request must be answered.
                _log($"{_name}: {request.Type} failed: {e}");
                if (request.Type.EndsWith("_request", StringComparison.Ordinal)) reply = Failure(request, e);
                else _iopub.Stream("stderr", request.Header, e.ToString());
            }
        }
        else
        {
            _log($"{_name}: {request.Type} is not supported");
        }

        await _iopub.FlushAsync();
        if (reply is not null) _socket.Send(request.Route, _codec.Write(request.Type.Replace("_request", "_reply"), request.Header, reply));
        _iopub.Status("idle", request.Header);
        await _iopub.FlushAsync();
    }

    private static JsonObject Failure(Message request, Exception fault)
    {
        JsonObject content = CellOutput.ErrorContent(new CellError(fault.GetType().Name, $"The kernel could not answer {request.Type}: {fault.Message}", 0, []));
        content["status"] = "error";
        return content;
    }
}

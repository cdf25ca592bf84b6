using System.Text.Json.Nodes;
using Display;
using Kernel.Session;
using Kernel.Wire;

namespace Kernel.Protocol;

/// <summary>A Jupyter kernel: five sockets, and the answer to every request, over any <see cref="ISession"/>.</summary>
public sealed class KernelServer : IAsyncDisposable
{
    private static readonly TimeSpan GoodbyeLimit = TimeSpan.FromSeconds(2), UsualAbortWindow = TimeSpan.FromMilliseconds(50);

    private readonly ISession _session;
    private readonly PubSocket _publisher;
    private readonly Iopub _iopub;
    private readonly StdinChannel _stdin;
    private readonly CellRunner _cells;
    private readonly CommMessages _comms;
    private readonly RequestChannel _shell, _control;
    private readonly RepSocket _heartbeat;
    private readonly CancellationTokenSource _shutdown = new();
    private readonly TimeSpan _abortWindow;
    private long _abortThrough;

    /// <param name="abortWindow">How long after a failure a request still counts as sent before it was seen; 50 ms by default.</param>
    /// <exception cref="NotSupportedException">The connection file asks for an address that other machines can reach.</exception>
    public KernelServer(ConnectionFile file, ISession session, Action<string> log, TimeSpan? abortWindow = null)
    {
        _abortWindow = abortWindow ?? UsualAbortWindow;
        System.Net.EndPoint At(int port) => LoopbackAddress.Of(file.Transport, file.Ip, port);
        MessageCodec codec = new(file.Key);
        _session = session;
        _publisher = new PubSocket(At(file.IopubPort), log);
        _iopub = new Iopub(codec, _publisher);
        _stdin = new StdinChannel(At(file.StdinPort), codec, _iopub, log);
        _cells = new CellRunner(session, _iopub, _stdin);
        _comms = new CommMessages(_iopub);
        _shell = new RequestChannel("shell", At(file.ShellPort), codec, _iopub, log, ShellHandlers());
        _control = new RequestChannel("control", At(file.ControlPort), codec, _iopub, log, ControlHandlers());
        _heartbeat = new RepSocket(At(file.HbPort), log);
    }

    /// <summary>Asks the running cell to stop; does nothing between cells.</summary>
    public void Interrupt() => _cells.Interrupt();

    /// <summary>Ends <see cref="RunAsync"/>, even while a cell runs; the front end is gone.</summary>
    public void Stop() => _shutdown.Cancel();

    /// <summary>Answers requests until a front end asks to shut down.</summary>
    public async Task RunAsync()
    {
        _iopub.Start();
        _iopub.Status("starting", null);
        // The channel that answered the shutdown request ends; the other may be busy with a cell that never ends.
        await Task.WhenAny(_shell.RunAsync(_shutdown.Token), _control.RunAsync(_shutdown.Token));
        _shutdown.Cancel();
        await FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _shutdown.Cancel();
        await _heartbeat.DisposeAsync();
        await _shell.DisposeAsync();
        await _control.DisposeAsync();
        await _stdin.DisposeAsync();
        await _publisher.DisposeAsync();
        await _iopub.DisposeAsync();
        _shutdown.Dispose();
    }

    private Dictionary<string, Func<Message, Task<JsonObject?>>> ShellHandlers() => new()
    {
        ["kernel_info_request"] = Now(_ => KernelInfo.Content()),
        ["execute_request"] = ExecuteAsync,
        ["complete_request"] = CompleteAsync,
        ["inspect_request"] = InspectAsync,
        ["is_complete_request"] = Now(IsComplete),
        ["history_request"] = Now(request => Ok(_cells.History.Answer(request))),
        ["comm_info_request"] = Now(request => Ok(CommMessages.Info(request))),
        ["comm_open"] = Now(_comms.Open),
        ["comm_msg"] = Now(CommMessages.Receive),
        ["comm_close"] = Now(CommMessages.Close),
        ["shutdown_request"] = Now(Shutdown),
    };

    private Dictionary<string, Func<Message, Task<JsonObject?>>> ControlHandlers() => new()
    {
        ["kernel_info_request"] = Now(_ => KernelInfo.Content()),
        ["interrupt_request"] = Now(_ =>
        {
            Interrupt();
            return Ok([]);
        }),
        ["shutdown_request"] = Now(Shutdown),
        ["debug_request"] = Now(request => new JsonObject
        {
            ["type"] = "response",
            ["request_seq"] = request.Number("seq"),
            ["command"] = request.Text("command"),
            ["success"] = false,
            ["message"] = "This kernel has no debugger.",
        }),
    };

    private async Task<JsonObject?> ExecuteAsync(Message request)
    {
        if (_shell.Started <= Interlocked.Read(ref _abortThrough)) return _cells.Aborted();
        JsonObject reply = await _cells.ExecuteAsync(request);
        bool failed = reply["status"]!.GetValue<string>() == "error";
        if (!failed || !request.Flag("stop_on_error", true)) return reply;
        // Run All sends every cell at once, and a cell that fails within milliseconds is quicker than the rest on their way through the sockets.
        await Task.WhenAny(Task.Delay(_abortWindow, _shutdown.Token));
        Interlocked.Exchange(ref _abortThrough, _shell.Received);
        return reply;
    }

    private async Task<JsonObject?> CompleteAsync(Message request)
    {
        string source = request.Text("code");
        Completions found = await _session.CompleteAsync(source, CodePoints.ToUtf16(source, request.Number("cursor_pos", -1)), _shutdown.Token);
        int start = CodePoints.FromUtf16(source, found.Start), end = CodePoints.FromUtf16(source, found.End);
        return Ok(new JsonObject
        {
            ["matches"] = new JsonArray([.. found.Items.Select(item => JsonValue.Create(item.Text))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. found.Items.Select(item => new JsonObject
                {
                    ["text"] = item.Text, ["type"] = item.Kind, ["signature"] = item.Signature, ["start"] = start, ["end"] = end,
                })]),
            },
        });
    }

    private async Task<JsonObject?> InspectAsync(Message request)
    {
        string source = request.Text("code");
        MimeBundle? found = await _session.InspectAsync(source, CodePoints.ToUtf16(source, request.Number("cursor_pos", -1)), _shutdown.Token);
        return Ok(new JsonObject
        {
            ["found"] = found is not null,
            ["data"] = CellOutput.Data(found ?? new MimeBundle()),
            ["metadata"] = new JsonObject(),
        });
    }

    private JsonObject IsComplete(Message request) => _session.CompletenessOf(request.Text("code")) switch
    {
        Completeness.Incomplete => new JsonObject { ["status"] = "incomplete", ["indent"] = "" },
        Completeness.Complete => new JsonObject { ["status"] = "complete" },
        _ => new JsonObject { ["status"] = "invalid" },
    };

    private JsonObject Shutdown(Message request)
    {
        JsonObject content = Ok(new JsonObject { ["restart"] = request.Flag("restart") });
        _iopub.Post("shutdown_reply", request.Header, (JsonObject)content.DeepClone());
        return content;
    }

    private async Task FlushAsync()
    {
        await Task.WhenAny(_iopub.FlushAsync(), Task.Delay(GoodbyeLimit));
        await Task.WhenAll(_publisher.FlushAsync(GoodbyeLimit), _shell.FlushAsync(GoodbyeLimit), _control.FlushAsync(GoodbyeLimit));
    }

    private static JsonObject Ok(JsonObject content)
    {
        content["status"] = "ok";
        return content;
    }

    private static Func<Message, Task<JsonObject?>> Now(Func<Message, JsonObject?> answer) => request => Task.FromResult(answer(request));
}

using System.Text.Json;
using Kernel.Session;

namespace Kernel.Stdio;

/// <summary>Serves one session over standard input and output, one JSON value a line. Ends with its input.</summary>
public sealed class StdioHost(ISession session, Stream input, Stream output)
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _one = new(1, 1);
    private CancellationTokenSource _interrupt = new();
    private TaskCompletionSource<string?> _answer = new();

    /// <returns>The exit code of the process.</returns>
    public async Task<int> RunAsync()
    {
        Send(new("ready"));
        using var lines = new StreamReader(input, JsonLines.Encoding);
        Task cells = Task.CompletedTask;
        while (await lines.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            StdioRequest request;
            try { request = JsonLines.Read<StdioRequest>(line); }
            catch (JsonException broken)
            {
                Send(new("error", Name: "ProtocolError", Text: broken.Message));
                continue;
            }
            if (request.Command == "shutdown") break;
            if (request.Command == "interrupt") lock (_gate) _interrupt.Cancel();
            else if (request.Command == "input") _answer.TrySetResult(request.Input);
            else if (request.Code is not null) cells = RunCellAsync(request.Id, request.Code);
        }
        return 0;
    }

    private async Task RunCellAsync(long id, string code)
    {
        await _one.WaitAsync().ConfigureAwait(false);
        try
        {
            CancellationToken interrupt;
            lock (_gate)
            {
                if (_interrupt.IsCancellationRequested) _interrupt = new();
                interrupt = _interrupt.Token;
            }
            CellOutcome outcome = await session.RunAsync(code, new Output(this, id), interrupt).ConfigureAwait(false);
            if (outcome.Error is { } error) Send(new("error", id, error.Name, error.Message, Line: error.Line, Traceback: error.Traceback));
            Send(new("done", id, Flag: outcome.Ok));
        }
        finally { _one.Release(); }
    }

    private void Send(StdioEvent message)
    {
        lock (output) JsonLines.Write(output, message);
    }

    private string? Ask(long id, string prompt, bool password)
    {
        _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(new("input", id, Text: prompt, Flag: password));
        return _answer.Task.GetAwaiter().GetResult();
    }

    private sealed class Output(StdioHost host, long id) : ICellOutput
    {
        public void Stream(string name, string text) => host.Send(new("stream", id, name, text));

        public void Display(global::Display.MimeBundle bundle, string? displayId, bool update) =>
            host.Send(new("display", id, Bundle: Bundles.ToJson(bundle), DisplayId: displayId, Flag: update));

        public void Result(global::Display.MimeBundle bundle) => host.Send(new("result", id, Bundle: Bundles.ToJson(bundle)));

        public void Clear(bool wait) => host.Send(new("clear", id, Flag: wait));

        public string? ReadLine(string prompt, bool password) => host.Ask(id, prompt, password);
    }
}

using System.Text.Json.Nodes;
using Display;
using Kernel.Session;

namespace Kernel.Protocol;

/// <summary>Runs execute requests one after the other: counts them, keeps their history, and can interrupt the one that runs.</summary>
public sealed class CellRunner(ISession session, Iopub iopub, StdinChannel stdin)
{
    private readonly Lock _lock = new();
    private CancellationTokenSource? _running;
    private int _count;

    public History History { get; } = new();

    /// <summary>Asks the running cell to stop; does nothing between cells.</summary>
    public void Interrupt()
    {
        lock (_lock) _running?.Cancel();
    }

    public async Task<JsonObject> ExecuteAsync(Message request)
    {
        string source = request.Text("code");
        bool silent = request.Flag("silent"), stored = !silent && request.Flag("store_history", true);
        if (stored) _count++;
        if (!silent) iopub.Post("execute_input", request.Header, new JsonObject { ["code"] = source, ["execution_count"] = _count });

        using CancellationTokenSource interrupt = new();
        CellOutput output = new(iopub, stdin, request, _count, silent, interrupt.Token);
        lock (_lock) _running = interrupt;
        CellOutcome outcome;
        JsonObject expressions;
        try
        {
            outcome = await RunAsync(source, output, interrupt.Token);
            expressions = outcome.Ok ? await EvaluateAsync(request.Content["user_expressions"] as JsonObject, output, interrupt.Token) : [];
        }
        finally
        {
            lock (_lock) _running = null;
        }

        if (stored) History.Add(_count, source, output.ResultText);
        if (outcome.Error is { } error)
        {
            output.Error(error);
            JsonObject failed = CellOutput.ErrorContent(error);
            failed["status"] = "error";
            failed["execution_count"] = _count;
            return failed;
        }

        return new JsonObject { ["status"] = "ok", ["execution_count"] = _count, ["payload"] = new JsonArray(), ["user_expressions"] = expressions };
    }

    /// <summary>The reply to a request that stood behind a failed one.</summary>
    public JsonObject Aborted() => new() { ["status"] = "aborted", ["execution_count"] = _count };

    // On a thread of its own, so that a session which works before its first await holds up no other channel.
    private Task<CellOutcome> RunAsync(string source, ICellOutput output, CancellationToken interrupt) =>
        Task.Run(() => session.RunAsync(source, output, interrupt, _count), CancellationToken.None);

    private async Task<JsonObject> EvaluateAsync(JsonObject? expressions, CellOutput output, CancellationToken interrupt)
    {
        JsonObject values = [];
        foreach ((string name, JsonNode? expression) in expressions ?? [])
        {
            ResultCatcher result = new(output);
            CellOutcome outcome = await RunAsync(expression?.ToString() ?? "", result, interrupt);
            JsonObject value = outcome.Error is { } error
                ? CellOutput.ErrorContent(error)
                : new JsonObject { ["data"] = CellOutput.Data(result.Bundle ?? new MimeBundle()), ["metadata"] = new JsonObject() };
            value["status"] = outcome.Ok ? "ok" : "error";
            values[name] = value;
        }

        return values;
    }

    /// <summary>The value of a user expression goes into the reply instead of below the cell.</summary>
    private sealed class ResultCatcher(ICellOutput cell) : ICellOutput
    {
        public MimeBundle? Bundle { get; private set; }

        public void Stream(string name, string text) => cell.Stream(name, text);

        public void Display(MimeBundle bundle, string? displayId, bool update) => cell.Display(bundle, displayId, update);

        public void Result(MimeBundle bundle) => Bundle = bundle;

        public void Clear(bool wait) => cell.Clear(wait);

        public string? ReadLine(string prompt, bool password) => cell.ReadLine(prompt, password);
    }
}

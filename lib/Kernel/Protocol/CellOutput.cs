using System.Text.Json.Nodes;
using Display;
using Kernel.Session;

namespace Kernel.Protocol;

/// <summary>The output of one execute request. It outlives the cell: what a background task writes later still appears below its cell.</summary>
/// <param name="silent">Nothing is shown, as the request asked.</param>
public sealed class CellOutput(Iopub iopub, StdinChannel stdin, Message request, int count, bool silent, CancellationToken interrupt) : ICellOutput
{
    /// <summary>The last result's plain text, for the history.</summary>
    public string? ResultText { get; private set; }

    public void Stream(string name, string text)
    {
        if (!silent && text.Length > 0) iopub.Stream(name, request.Header, text);
    }

    public void Display(MimeBundle bundle, string? displayId, bool update)
    {
        JsonObject content = Content(bundle);
        content["transient"] = displayId is null ? new JsonObject() : new JsonObject { ["display_id"] = displayId };
        Post(update ? "update_display_data" : "display_data", content);
    }

    public void Result(MimeBundle bundle)
    {
        JsonObject content = Content(bundle);
        content["execution_count"] = count;
        ResultText = bundle.Data.GetValueOrDefault("text/plain")?.ToString();
        Post("execute_result", content);
    }

    public void Clear(bool wait) => Post("clear_output", new JsonObject { ["wait"] = wait });

    public void Error(CellError error) => Post("error", ErrorContent(error));

    public string? ReadLine(string prompt, bool password) =>
        !silent && request.Flag("allow_stdin") ? stdin.Ask(request, prompt, password, interrupt) : null;

    /// <summary>The three fields by which Jupyter describes a failure.</summary>
    public static JsonObject ErrorContent(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    };

    /// <summary>A bundle as messages carry it. The nodes are copied: the cell may show the same bundle again, or change it.</summary>
    public static JsonObject Data(MimeBundle bundle) => new(bundle.Data.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value.DeepClone())));

    private static JsonObject Content(MimeBundle bundle) => new() { ["data"] = Data(bundle), ["metadata"] = new JsonObject() };

    private void Post(string type, JsonObject content)
    {
        if (!silent) iopub.Post(type, request.Header, content);
    }
}

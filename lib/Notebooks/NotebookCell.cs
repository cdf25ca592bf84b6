using System.Text.Json.Nodes;
using Display;

namespace Notebooks;

/// <summary>
/// One cell, a view of its JSON: fields this class does not name stay as they are. Not thread-safe; who collects output from
/// several threads takes a lock.
/// </summary>
public sealed class NotebookCell
{
    private readonly JsonObject _json;
    private readonly Dictionary<string, List<JsonObject>> _displayed;

    internal NotebookCell(JsonObject json, int number, Dictionary<string, List<JsonObject>> displayed)
    {
        (_json, Number, _displayed) = (json, number, displayed);
        Kind = json["cell_type"]!.GetValue<string>() switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            _ => CellKind.Raw,
        };
    }

    public CellKind Kind { get; }

    /// <summary>The cell's place in the notebook, counted from 1 over all kinds, as messages name it.</summary>
    public int Number { get; }

    /// <summary>The id of nbformat 4.5; empty in older files.</summary>
    public string Id => _json["id"]?.GetValue<string>() ?? "";

    public JsonObject Metadata => _json["metadata"]!.AsObject();

    public string Source
    {
        get => MultilineText.Join(_json["source"]);
        set => _json["source"] = MultilineText.Split(value);
    }

    /// <summary>The number in the brackets beside a code cell that ran; null otherwise.</summary>
    public int? ExecutionCount
    {
        get => _json["execution_count"]?.GetValue<int>();
        set => _json["execution_count"] = value;
    }

    public IReadOnlyList<CellOutput> Outputs =>
        Kind == CellKind.Code ? [.. OutputsJson.Select(output => new CellOutput(output!.AsObject()))] : [];

    public void ClearOutputs() => OutputsJson.Clear();

    /// <summary>Adds console text, to the output before it if that is the same stream.</summary>
    public void AddStream(string name, string text)
    {
        if (text.Length == 0) return;
        if (OutputsJson is [.., JsonObject last] && (string?)last["output_type"] == "stream" && (string?)last["name"] == name)
        {
            if (last["text"] is not JsonArray) last["text"] = MultilineText.Split(MultilineText.Join(last["text"]));
            MultilineText.Append(last["text"]!.AsArray(), text);
            return;
        }
        OutputsJson.Add(new JsonObject { ["name"] = name, ["output_type"] = "stream", ["text"] = MultilineText.Split(text) });
    }

    /// <summary>Adds a picture. <see cref="Notebook.UpdateDisplay"/> replaces it under its <paramref name="displayId"/>.</summary>
    public void AddDisplay(MimeBundle bundle, string? displayId = null)
    {
        var output = new JsonObject { ["data"] = DataJson(bundle), ["metadata"] = new JsonObject(), ["output_type"] = "display_data" };
        OutputsJson.Add(output);
        if (displayId is null) return;
        if (!_displayed.TryGetValue(displayId, out var shown)) _displayed[displayId] = shown = [];
        shown.Add(output);
    }

    /// <summary>Adds the value of the last expression, under the cell's <see cref="ExecutionCount"/>: set that one first.</summary>
    public void AddResult(MimeBundle bundle) => OutputsJson.Add(new JsonObject
    {
        ["data"] = DataJson(bundle),
        ["execution_count"] = ExecutionCount,
        ["metadata"] = new JsonObject(),
        ["output_type"] = "execute_result",
    });

    public void AddError(string name, string message, IEnumerable<string> traceback) => OutputsJson.Add(new JsonObject
    {
        ["ename"] = name,
        ["evalue"] = message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. traceback.Select(line => JsonValue.Create(line))]),
    });

    /// <summary>A bundle as notebook files hold it: members sorted, and the formats that read well line by line as lists of lines.</summary>
    internal static JsonObject DataJson(MimeBundle bundle)
    {
        var data = new JsonObject();
        foreach ((string mimeType, JsonNode content) in bundle.Data.OrderBy(format => format.Key, StringComparer.Ordinal))
        {
            bool byLine = mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "application/javascript" or "image/svg+xml";
            data[mimeType] = byLine ? MultilineText.Split(content.GetValue<string>()) : content.DeepClone();
        }
        return data;
    }

    private JsonArray OutputsJson => Kind == CellKind.Code
        ? _json["outputs"]!.AsArray()
        : throw new InvalidOperationException($"Cell {Number} is no code cell, so it has no outputs.");
}

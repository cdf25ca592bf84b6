using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notebooks;

/// <summary>The shape nbformat 4 asks for. Fields it does not know are allowed everywhere, so that newer files still open.</summary>
internal static partial class NotebookSchema
{
    /// <summary>The first thing wrong, as a sentence that names its place, or null. Touches every text, so that all of them decode.</summary>
    public static string? FirstFault(JsonNode? root)
    {
        ReadEveryText(root);
        if (root is not JsonObject notebook) return "a notebook is one JSON object, this is not.";
        if (!IsCount(notebook["nbformat"])) return "the field nbformat is missing, so this is no Jupyter notebook.";
        if (notebook["nbformat"]!.GetValue<int>() is not 4 and var version)
            return $"nbformat is {version}, only 4 is read. Convert it: jupyter nbconvert --to notebook --nbformat 4.";
        if (!IsCount(notebook["nbformat_minor"])) return "the field nbformat_minor (a number) is missing.";
        if (notebook["metadata"] is not JsonObject) return "the field metadata (an object) is missing.";
        if (notebook["cells"] is not JsonArray cells) return "the field cells (a list) is missing.";

        bool idsRequired = notebook["nbformat_minor"]!.GetValue<int>() >= 5;
        var ids = new HashSet<string>();
        for (int i = 0; i < cells.Count; i++)
            if (CellFault(cells[i], idsRequired, ids) is { } fault) return $"cell {i + 1}: {fault}";
        return null;
    }

    private static string? CellFault(JsonNode? node, bool idRequired, HashSet<string> ids)
    {
        if (node is not JsonObject cell) return "is no JSON object.";
        string? kind = TextOf(cell["cell_type"]);
        if (kind is not ("code" or "markdown" or "raw")) return $"cell_type is {Shown(cell["cell_type"])}, not code, markdown or raw.";
        if (cell["metadata"] is not JsonObject) return "the field metadata (an object) is missing.";
        if (!IsMultiline(cell["source"])) return "the field source (a text or a list of texts) is missing.";
        if (idRequired || cell.ContainsKey("id"))
        {
            if (TextOf(cell["id"]) is not { } id || !CellId().IsMatch(id))
                return $"id is {Shown(cell["id"])}; nbformat 4.5 asks for 1 to 64 letters, digits, '-' or '_'.";
            if (!ids.Add(id)) return $"id '{id}' is used by an earlier cell too.";
        }
        if (kind != "code") return null;
        if (!cell.TryGetPropertyValue("execution_count", out var count) || count is not null && !IsCount(count))
            return "the field execution_count (a number or null) is missing.";
        if (cell["outputs"] is not JsonArray outputs) return "the field outputs (a list) is missing.";
        for (int i = 0; i < outputs.Count; i++)
            if (OutputFault(outputs[i]) is { } fault) return $"output {i + 1}: {fault}";
        return null;
    }

    private static string? OutputFault(JsonNode? node)
    {
        if (node is not JsonObject output) return "is no JSON object.";
        string? kind = TextOf(output["output_type"]);
        return kind switch
        {
            "stream" when TextOf(output["name"]) is null => "the field name is missing.",
            "stream" when !IsMultiline(output["text"]) => "the field text is missing.",
            "execute_result" or "display_data" when output["metadata"] is not JsonObject => "the field metadata (an object) is missing.",
            "execute_result" or "display_data" => DataFault(output["data"]),
            "error" when TextOf(output["ename"]) is null || TextOf(output["evalue"]) is null => "ename or evalue is missing.",
            "error" when output["traceback"] is not JsonArray lines || !lines.All(line => TextOf(line) is not null)
                => "the field traceback (a list of texts) is missing.",
            "stream" or "error" => null,
            _ => $"output_type is {Shown(output["output_type"])}, not stream, display_data, execute_result or error.",
        };
    }

    private static string? DataFault(JsonNode? node)
    {
        if (node is not JsonObject data) return "the field data (an object) is missing.";
        foreach ((string mimeType, JsonNode? content) in data)
            if (!Display.MimeBundle.IsJson(mimeType) && !IsMultiline(content)) return $"{mimeType} is neither a text nor a list of texts.";
        return null;
    }

    private static void ReadEveryText(JsonNode? node)
    {
        if (node is JsonObject members) foreach (var member in members) ReadEveryText(member.Value);
        else if (node is JsonArray items) foreach (var item in items) ReadEveryText(item);
        else TextOf(node);
    }

    private static string? TextOf(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    private static bool IsMultiline(JsonNode? node) =>
        TextOf(node) is not null || node is JsonArray lines && lines.All(line => TextOf(line) is not null);

    private static bool IsCount(JsonNode? node) => node is JsonValue value && value.TryGetValue(out int count) && count >= 0;

    private static string Shown(JsonNode? node) => node is null ? "missing" : node.ToJsonString();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex CellId();
}

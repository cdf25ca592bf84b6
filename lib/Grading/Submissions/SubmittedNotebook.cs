using System.Text.Json;
using Notebooks;

namespace Grading.Submissions;

/// <summary>
/// The code cells of a notebook as it was handed in: whatever else a merge, an older editor or a tool left in the file, such as
/// two cells with one id or a cell without outputs, is no fault of the answers.
/// </summary>
internal static class SubmittedNotebook
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="NotebookFormatException">The file is no JSON, or has no list of cells.</exception>
    public static IReadOnlyList<string> CodeCells(string path)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(path), Tolerant);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("cells", out JsonElement cells) || cells.ValueKind != JsonValueKind.Array)
                throw new NotebookFormatException("it has no list of cells, as notebooks of nbformat 4 have. Convert it: jupyter nbconvert --to notebook --nbformat 4.");
            return [.. cells.EnumerateArray().Where(IsCode).Select(Source)];
        }
        catch (JsonException broken) { throw new NotebookFormatException($"invalid JSON: {broken.Message}", broken); }
        catch (InvalidOperationException broken) { throw new NotebookFormatException("a text holds half of a surrogate pair (\\ud800 to \\udfff), which is no character.", broken); }
    }

    private static bool IsCode(JsonElement cell) =>
        cell.ValueKind == JsonValueKind.Object && (!cell.TryGetProperty("cell_type", out JsonElement kind) || kind is { ValueKind: JsonValueKind.String } && kind.ValueEquals("code"));

    private static string Source(JsonElement cell) => !cell.TryGetProperty("source", out JsonElement source) ? "" : source.ValueKind switch
    {
        JsonValueKind.String => source.GetString()!,
        JsonValueKind.Array => string.Concat(source.EnumerateArray().Select(line => line.ValueKind == JsonValueKind.String ? line.GetString() : "")),
        _ => "",
    };
}

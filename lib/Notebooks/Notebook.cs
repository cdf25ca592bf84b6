using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Display;

namespace Notebooks;

/// <summary>
/// A Jupyter notebook (nbformat 4) read without loss: what this class does not know stays in the file as it was, in its order.
/// </summary>
public sealed partial class Notebook
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly JsonObject _root;
    private readonly Dictionary<string, List<JsonObject>> _displayed = [];

    private Notebook(JsonObject root)
    {
        _root = root;
        Cells = [.. root["cells"]!.AsArray().Select((cell, index) => new NotebookCell(cell!.AsObject(), index + 1, _displayed))];
    }

    public IReadOnlyList<NotebookCell> Cells { get; }

    public JsonObject Metadata => _root["metadata"]!.AsObject();

    /// <summary>The first heading of the first prose cell that has one, without its marks; null if there is none.</summary>
    public string? Title => Cells.Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => cell.Source.Split('\n')).FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();

    /// <summary>How long the notebook takes, from the first "20 minutes" in its prose; null if none is stated.</summary>
    public int? Minutes => Cells.Where(cell => cell.Kind == CellKind.Markdown)
        .Select(cell => MinutesStated().Match(cell.Source)).FirstOrDefault(match => match.Success) is { } found
        ? int.Parse(found.Groups[1].ValueSpan) : null;

    /// <exception cref="NotebookFormatException">The file is no notebook of nbformat 4; the message names file, place and remedy.</exception>
    public static Notebook Read(string path)
    {
        try
        {
            return Parse(StrictUtf8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException failure)
        {
            throw new NotebookFormatException($"{path}: not UTF-8 text (byte {failure.Index}). Save the notebook as UTF-8.", failure);
        }
        catch (NotebookFormatException failure)
        {
            throw new NotebookFormatException($"{path}: {failure.Message}", failure);
        }
    }

    /// <exception cref="NotebookFormatException">The text is no notebook of nbformat 4.</exception>
    public static Notebook Parse(string json)
    {
        try
        {
            var root = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (NotebookSchema.FirstFault(root) is { } fault) throw new NotebookFormatException(fault);
            return new Notebook(root!.AsObject());
        }
        catch (JsonException failure)
        {
            string where = failure.LineNumber is { } line ? $"line {line + 1}, byte {failure.BytePositionInLine + 1}: " : "";
            throw new NotebookFormatException($"{where}invalid JSON: {failure.Message.Split(" Path:")[0]}", failure);
        }
        catch (InvalidOperationException failure)
        {
            // The only text that JSON can spell and .NET cannot hold.
            throw new NotebookFormatException("a text holds half of a surrogate pair (\\ud800 to \\udfff), which is no character.", failure);
        }
    }

    /// <summary>Replaces every picture shown under <paramref name="displayId"/>, in whichever cell it stands.</summary>
    public void UpdateDisplay(string displayId, MimeBundle bundle)
    {
        foreach (JsonObject output in _displayed.GetValueOrDefault(displayId) ?? []) output["data"] = NotebookCell.DataJson(bundle);
    }

    /// <summary>The file's text, laid out as Jupyter lays it out.</summary>
    public override string ToString() => JupyterJson.Format(_root);

    /// <summary>Writes the whole file or, when anything fails, nothing; missing folders are created.</summary>
    public void Write(string path) => WholeFile.Write(path, ToString());

    [GeneratedRegex(@"\b(\d{1,3}) minutes\b")]
    private static partial Regex MinutesStated();
}

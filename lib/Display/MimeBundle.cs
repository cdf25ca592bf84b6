using System.Text.Json.Nodes;

namespace Display;

/// <summary>
/// What a value looks like in a notebook: the same picture in several formats, from which each front end takes the richest it can draw.
/// Text formats hold their text; <c>image/png</c> holds base64; formats that end in <c>json</c> hold a JSON tree.
/// </summary>
public sealed class MimeBundle
{
    private readonly Dictionary<string, JsonNode> _data = [];

    /// <summary>Format to content, as Jupyter's <c>display_data</c> message carries it.</summary>
    public IReadOnlyDictionary<string, JsonNode> Data => _data;

    public MimeBundle Add(string mimeType, string content)
    {
        _data[mimeType] = IsJson(mimeType) ? JsonNode.Parse(content)! : JsonValue.Create(content);
        return this;
    }

    public MimeBundle Add(string mimeType, JsonNode content)
    {
        _data[mimeType] = content;
        return this;
    }

    public MimeBundle AddPng(ReadOnlySpan<byte> png) => Add("image/png", Convert.ToBase64String(png));

    public static MimeBundle Text(string text) => new MimeBundle().Add("text/plain", text);

    public static bool IsJson(string mimeType) =>
        mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);
}

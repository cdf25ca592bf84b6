using System.Text.Json.Nodes;
using Display;

namespace Notebooks;

/// <summary>One stored output of a code cell, read from its JSON.</summary>
public sealed class CellOutput
{
    private readonly JsonObject _json;

    internal CellOutput(JsonObject json)
    {
        _json = json;
        Kind = json["output_type"]!.GetValue<string>() switch
        {
            "stream" => OutputKind.Stream,
            "display_data" => OutputKind.Display,
            "execute_result" => OutputKind.Result,
            _ => OutputKind.Error,
        };
    }

    public OutputKind Kind { get; }

    /// <summary>"stdout" or "stderr" of a stream; empty for the others.</summary>
    public string StreamName => Kind == OutputKind.Stream ? _json["name"]!.GetValue<string>() : "";

    /// <summary>The text of a stream; empty for the others.</summary>
    public string Text => Kind == OutputKind.Stream ? MultilineText.Join(_json["text"]) : "";

    public string ErrorName => Kind == OutputKind.Error ? _json["ename"]!.GetValue<string>() : "";

    public string ErrorMessage => Kind == OutputKind.Error ? _json["evalue"]!.GetValue<string>() : "";

    public IReadOnlyList<string> Traceback =>
        Kind == OutputKind.Error ? [.. _json["traceback"]!.AsArray().Select(line => line!.GetValue<string>())] : [];

    /// <summary>The formats of a display or a result, texts joined; empty for the others.</summary>
    public MimeBundle Bundle
    {
        get
        {
            var bundle = new MimeBundle();
            if (Kind is not (OutputKind.Display or OutputKind.Result)) return bundle;
            foreach ((string mimeType, JsonNode? content) in _json["data"]!.AsObject())
            {
                if (content is null) continue;
                if (MimeBundle.IsJson(mimeType)) bundle.Add(mimeType, content.DeepClone());
                else bundle.Add(mimeType, MultilineText.Join(content));
            }
            return bundle;
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Widgets;

/// <summary>JSON inside a script element, which ends at the first "&lt;/script" whatever the language says.</summary>
internal static class ScriptText
{
    // The default encoder would spell every '+' of a picture in six characters.
    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonNode json) => json.ToJsonString(Short).Replace("<", "\\u003c", StringComparison.Ordinal);
}

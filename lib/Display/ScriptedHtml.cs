using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Display;

/// <summary>
/// HTML that a script brings to life. It finds its place on the page by a key made of its content, because a front end may move, copy or
/// run an output again, and several may share a page.
/// </summary>
public static class ScriptedHtml
{
    // The default encoder would spell every '+' of a picture in six characters.
    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string Envelope = File(typeof(ScriptedHtml), "ScriptedHtml.js");

    /// <param name="kind">A word for the class and the attribute of the place: <c>course-kind</c>, <c>data-course-kind</c>.</param>
    /// <param name="draw">A JavaScript function <c>(shadow, data, element) => …</c> that fills a shadow root; <c>element(name, attributes, ...children)</c> makes an element.</param>
    /// <param name="css">The style sheet inside the shadow root.</param>
    /// <param name="still">HTML that stands there where no script runs.</param>
    public static string Of(string kind, string draw, string css, JsonNode data, string still)
    {
        string text = InScript(data);
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(draw + text)).AsSpan(0, 8));
        // Lumino (JupyterLab) would take the keys before the drawing sees them.
        return $"<div class=\"course-{kind}\" data-course-{kind}=\"{key}\" data-lm-suppress-shortcuts=\"true\">{still}</div>\n"
            + $"<script>{Envelope}(\"{kind}\",\"{key}\",{text},{InScript(JsonValue.Create(css))},{draw});</script>";
    }

    /// <summary>A script or style sheet that is compiled into the library of a type.</summary>
    /// <exception cref="FileNotFoundException">The library was built without it.</exception>
    public static string File(Type library, string name)
    {
        using Stream file = library.Assembly.GetManifestResourceStream("widgets/" + name)
            ?? throw new FileNotFoundException($"{library.Assembly.GetName().Name} was built without its file {name}.", name);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().TrimEnd();
    }

    /// <summary>A script element ends at the first "&lt;/script", whatever the language says.</summary>
    private static string InScript(JsonNode json) => json.ToJsonString(Short).Replace("<", "\\u003c", StringComparison.Ordinal);
}

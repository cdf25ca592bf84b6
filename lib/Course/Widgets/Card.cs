using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Course.Widgets;

/// <summary>The markup of a widget that is drawn once from data and then answers to clicks and keys.</summary>
internal static class Card
{
    private static readonly string Renderer = WidgetFile.Read("Card.js").TrimEnd();

    /// <param name="name">Of the script and the style sheet beside it.</param>
    /// <param name="data">What the script draws; its "title" is the card's.</param>
    /// <param name="still">What stands there where no script runs.</param>
    public static string Html(string name, JsonObject data, string still)
    {
        string text = ScriptText.Write(data), style = ScriptText.Write(JsonValue.Create(WidgetFile.Read("Palette.css") + WidgetFile.Read(name + ".css")));
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name + text)).AsSpan(0, 8));
        // Lumino (JupyterLab) would take the keys before the card sees them.
        return $"<div class=\"course-card\" data-course-card=\"{key}\" data-lm-suppress-shortcuts=\"true\">{still}</div>\n"
            + $"<script>{Renderer}(\"{key}\",{text},{style},{WidgetFile.Read(name + ".js").TrimEnd()});</script>";
    }
}

using System.Text.Json.Nodes;
using Display;

namespace Course.Widgets;

/// <summary>The markup of a widget that is drawn once from data and then answers to clicks and keys.</summary>
internal static class Card
{
    private static readonly string Frame = ScriptedHtml.File(typeof(Card), "Card.js"), Palette = ScriptedHtml.File(typeof(Card), "Palette.css");

    /// <param name="name">Of the script and the style sheet beside this file.</param>
    /// <param name="data">What the script draws; its "title" is the card's.</param>
    /// <param name="still">What stands there where no script runs.</param>
    public static string Html(string name, JsonObject data, string still) => ScriptedHtml.Of("card",
        $"{Frame}({ScriptedHtml.File(typeof(Card), name + ".js")})", Palette + "\n" + ScriptedHtml.File(typeof(Card), name + ".css"), data, still);
}

using System.Net;
using System.Text.Json.Nodes;

namespace Notebooks.Book;

/// <summary>The frame of every page, and the three ways a text enters it.</summary>
internal static class Html
{
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    public static string Link(string fileName) => Uri.EscapeDataString(fileName);

    /// <summary>JSON for a script element, where "&lt;/script" and "&lt;!--" must not appear.</summary>
    public static string Json(JsonNode json) => json.ToJsonString().Replace("<", "\\u003c", StringComparison.Ordinal);

    public static string Page(string title, string book, string navigation, string body, string scripts) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Text(title)}</title>
        <link rel="stylesheet" href="book.css">
        {scripts}
        <script src="book.js" defer></script>
        </head>
        <body>
        <a class="skip" href="#content">Skip to the text</a>
        <header class="bar"><a class="home" href="index.html">{Text(book)}</a>{navigation}</header>
        {body}
        </body>
        </html>

        """;
}

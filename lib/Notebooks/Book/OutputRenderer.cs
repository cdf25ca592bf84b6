using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notebooks.Book;

/// <summary>One output as HTML, in the richest format the page can draw. HTML is trusted: the book is made of the course's own notebooks.</summary>
internal sealed partial class OutputRenderer(ProseRenderer prose, bool plotly)
{
    private const string PlotlyMime = "application/vnd.plotly.v1+json";

    public int ChartsDrawn { get; private set; }

    public string Render(CellOutput output, string place) => output.Kind switch
    {
        OutputKind.Stream when output.StreamName == "stderr" =>
            $"<div class=\"stderr\"><p class=\"badge\">Written to the error stream</p>{Preformatted(output.Text)}</div>",
        OutputKind.Stream => Preformatted(output.Text),
        OutputKind.Error => Error(output),
        _ => Picture(output.Bundle.Data, place),
    };

    private string Picture(IReadOnlyDictionary<string, JsonNode> data, string place)
    {
        string? Text(string mimeType) => data.TryGetValue(mimeType, out var content) ? content.GetValue<string>() : null;
        string plain = Text("text/plain") ?? "";
        if (data.TryGetValue(PlotlyMime, out var figure)) return Chart(figure, Text("image/svg+xml"), plain, place);
        if (Text("text/html") is { } html) return $"<div class=\"html\">{html}</div>";
        if (Text("image/svg+xml") is { } svg) return $"<figure class=\"picture\">{Svg(svg, Caption(plain, place))}</figure>";
        foreach (string mimeType in new[] { "image/png", "image/jpeg", "image/gif" })
        {
            if (Text(mimeType) is { } base64)
                return Image(mimeType, base64.Trim(), plain, place);
        }
        if (Text("text/markdown") is { } markdown) return $"<div class=\"prose\">{prose.Render(markdown)}</div>";
        return plain == "" ? "" : Preformatted(plain);
    }

    private static string Image(string mimeType, string base64, string plain, string place)
    {
        string caption = Html.Text(Caption(plain, place));
        string shown = plain == "" ? "" : $"<figcaption aria-hidden=\"true\">{caption}</figcaption>";
        return $"<figure class=\"picture\"><img alt=\"{caption}\" src=\"data:{mimeType};base64,{base64}\">{shown}</figure>";
    }

    private string Chart(JsonNode figure, string? svg, string plain, string place)
    {
        ChartsDrawn++;
        string caption = Html.Text(ChartTitle(figure) is { Length: > 0 } title ? title : Caption(plain, place));
        string still = svg is null ? Preformatted(plain) : Svg(svg, caption);
        string live = plotly
            ? $"<div class=\"live\" role=\"group\" aria-label=\"{caption}\"></div><script type=\"application/json\">{Html.Json(figure)}</script>" : "";
        string table = plain == "" ? "" : $"<details><summary>The numbers of this chart</summary>{Preformatted(plain)}</details>";
        return $"<figure class=\"chart\"><div class=\"plot\" tabindex=\"0\"><div class=\"still\">{still}</div>{live}</div>{table}</figure>";
    }

    private static string? ChartTitle(JsonNode figure) => (figure as JsonObject)?["layout"]?["title"] switch
    {
        JsonObject title => title["text"]?.ToString(),
        JsonValue title => title.ToString(),
        _ => null,
    };

    /// <summary>What a reader who cannot see the picture gets: its text form in one line.</summary>
    private static string Caption(string plain, string place) =>
        Blanks().Replace(plain, " ").Trim() is { Length: > 0 } text ? (text.Length <= 300 ? text : text[..299] + "…") : $"Picture drawn by {place}";

    private static string Svg(string svg, string caption)
    {
        svg = XmlHeader().Replace(svg, "").Trim();
        return svg.Contains("role=", StringComparison.Ordinal) || !svg.StartsWith("<svg", StringComparison.Ordinal)
            ? svg : $"<svg role=\"img\" aria-label=\"{Html.Text(caption)}\"{svg[4..]}";
    }

    private static string Error(CellOutput output)
    {
        string traceback = string.Join('\n', output.Traceback);
        return $"<div class=\"error\" role=\"group\" aria-label=\"Error\"><p><strong>{Html.Text(output.ErrorName)}</strong> {Html.Text(output.ErrorMessage)}</p>"
            + (traceback == "" ? "" : Preformatted(traceback)) + "</div>";
    }

    private static string Preformatted(string text) =>
        $"<pre class=\"text\" tabindex=\"0\">{Html.Text(TerminalColour().Replace(text, "").TrimEnd())}</pre>";

    [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]")]
    private static partial Regex TerminalColour();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\A\s*(<\?xml[^>]*\?>)?\s*(<!DOCTYPE[^>]*>)?")]
    private static partial Regex XmlHeader();
}

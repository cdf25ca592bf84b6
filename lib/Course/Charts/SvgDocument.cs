using System.Security.Cryptography;

namespace Course.Charts;

/// <summary>
/// One drawing in two layouts, of which a style sheet shows the one that fits the page; where style sheets are taken away the wide one
/// stays. No scripts, and every id and rule names this drawing alone, so that many share a page.
/// </summary>
internal static class SvgDocument
{
    public static string NewId() => "chart-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    /// <param name="title">Names the drawing to screen readers.</param>
    /// <param name="description">Tells them its numbers.</param>
    /// <param name="narrow">The layout for narrow pages, or null when the wide one only shrinks.</param>
    public static string Write(string id, string title, string description, SvgCanvas wide, SvgCanvas? narrow)
    {
        string width = SvgCanvas.N(wide.Width), height = SvgCanvas.N(wide.Height);
        SortedSet<int> hatches = [.. wide.Hatches, .. narrow?.Hatches ?? []];
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" width=\"{width}\" height=\"{height}\" "
            + $"style=\"max-width:100%;height:auto;aspect-ratio:{width}/{height}\" font-family=\"system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif\">"
            + $"<title id=\"{id}-t\">{SvgCanvas.Escape(title)}</title><desc id=\"{id}-d\">{SvgCanvas.Escape(description)}</desc>"
            + Style(id, narrow) + (hatches.Count == 0 ? "" : $"<defs>{string.Concat(hatches.Select(series => Hatch(id, series)))}</defs>")
            + Layout("w", wide, "") + (narrow is null ? "" : Layout("n", narrow, " display=\"none\"")) + "</svg>";
    }

    private static string Layout(string name, SvgCanvas canvas, string hidden) =>
        $"<svg class=\"{name}\" viewBox=\"0 0 {SvgCanvas.N(canvas.Width)} {SvgCanvas.N(canvas.Height)}\" width=\"100%\" height=\"100%\"{hidden}>{canvas.Elements}</svg>";

    private static string Style(string id, SvgCanvas? narrow)
    {
        string dark = $"#{id} .b{{fill:#161b22;stroke:#30363d}}#{id} .t{{fill:#e6edf3}}#{id} .m{{fill:#9da7b3}}#{id} .h{{stroke:#161b22}}"
            + $"#{id} .sg{{stroke:#2d333b}}#{id} .sa{{stroke:#7d8590}}#{id} .st{{stroke:#e6edf3}}"
            + string.Concat(Palette.DarkColors.Select((color, i) => $"#{id} .c{i}{{stroke:{color}}}#{id} .f{i}{{fill:{color}}}"));
        string small = narrow is null ? "" : $"@media (max-width:520px){{#{id}{{width:{SvgCanvas.N(narrow.Width)}px;aspect-ratio:{SvgCanvas.N(narrow.Width)}/{SvgCanvas.N(narrow.Height)}!important}}"
            + $"#{id} .w{{display:none}}#{id} .n{{display:inline}}}}";
        return $"<style>@media (prefers-color-scheme:dark){{{dark}}}{small}</style>";
    }

    private static string Hatch(string id, int series)
    {
        int index = series % Palette.Colors.Length;
        string color = Palette.Colors[index], shape = Palette.Of(Palette.PlotlyHatches, series) switch
        {
            "/" => "<path d=\"M-2 2L2 -2M0 8L8 0M6 10L10 6\"/>",
            "\\" => "<path d=\"M-2 6L2 10M0 0L8 8M6 -2L10 2\"/>",
            "x" => "<path d=\"M0 8L8 0M0 0L8 8\"/>",
            "-" => "<path d=\"M0 2H8M0 6H8\"/>",
            _ => "<path d=\"M2 2h0.1M6 6h0.1\" stroke-width=\"3.2\"/>",
        };
        return $"<pattern id=\"{id}-h{series}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" class=\"c{index}\" stroke=\"{color}\" stroke-width=\"2\" stroke-linecap=\"round\">"
            + $"<rect width=\"8\" height=\"8\" class=\"f{index}\" fill=\"{color}\" fill-opacity=\"0.22\" stroke=\"none\"/>{shape}</pattern>";
    }
}

using System.Text.Json.Nodes;

namespace Course.Charts;

internal static class PlotlyStrip
{
    public static IEnumerable<JsonNode> Write(Figure figure, JsonObject layout)
    {
        PlotlyBars.NameRows(figure, layout);
        layout["height"] = 150 + figure.Categories.Count * 44;
        StripRow[] rows = [.. StripRow.Of(figure)];
        var (min, max) = SvgFigure.Range(rows.SelectMany(row => row.Values));
        Ticks ticks = Ticks.For(figure.X, min, max, 5, fromZero: false);
        PlotlyJson.SetScale((JsonObject)layout["xaxis"]!, figure.X, ticks, extra: 0.2);
        return [Dots(figure, rows), Medians(rows), Numbers(figure, rows, ticks.Max)];
    }

    private static JsonObject Dots(Figure figure, StripRow[] rows) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "markers",
        ["x"] = PlotlyJson.Numbers(rows.SelectMany(row => row.Values)),
        ["y"] = PlotlyJson.Numbers(rows.SelectMany(row => row.Values.Select((_, i) => row.Index + StripRow.Jitter(i) * 0.5))),
        ["hovertext"] = PlotlyJson.Texts(rows.SelectMany(row => row.Values.Select(value => $"{figure.Categories[row.Index]}: {figure.X.Quantity(value)}"))),
        ["hoverinfo"] = "text",
        ["marker"] = new JsonObject { ["color"] = Palette.Colors[0], ["size"] = 7, ["opacity"] = 0.55 },
    };

    private static JsonObject Medians(StripRow[] rows) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "markers",
        ["x"] = PlotlyJson.Numbers(rows.Select(row => row.Median)),
        ["y"] = PlotlyJson.Numbers(rows.Select(row => (double)row.Index)),
        ["hoverinfo"] = "skip",
        ["marker"] = new JsonObject { ["symbol"] = "line-ns", ["size"] = 30, ["line"] = new JsonObject { ["width"] = 2.4, ["color"] = "#767676" } },
    };

    /// <summary>The medians as a column of numbers on the right, where no dot can lie over them.</summary>
    private static JsonObject Numbers(Figure figure, StripRow[] rows, double right) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "text",
        ["x"] = PlotlyJson.Numbers(rows.Select(_ => right)),
        ["y"] = PlotlyJson.Numbers(rows.Select(row => (double)row.Index)),
        ["text"] = PlotlyJson.Texts(rows.Select(row => "  " + figure.X.Quantity(row.Median))),
        ["textposition"] = "middle right",
        ["cliponaxis"] = false,
        ["hoverinfo"] = "skip",
    };
}

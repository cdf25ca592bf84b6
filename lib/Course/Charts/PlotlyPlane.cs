using System.Text.Json.Nodes;

namespace Course.Charts;

internal static class PlotlyPlane
{
    public static IEnumerable<JsonNode> Write(Figure figure, JsonObject layout)
    {
        var (across, up) = SvgPlane.Ticks(figure, 7);
        PlotlyJson.SetScale((JsonObject)layout["xaxis"]!, figure.X, across);
        PlotlyJson.SetScale((JsonObject)layout["yaxis"]!, figure.Y, up);
        return figure.Series.SelectMany((series, i) => series.Beyond.Count == 0 ? [Trace(figure, series, i)] : new[] { Trace(figure, series, i), Beyond(series, i) });
    }

    /// <summary>The calculated part of a line: dotted, a bar where it begins, no entry of its own in the legend.</summary>
    private static JsonObject Beyond(Series series, int index)
    {
        string color = Palette.Of(Palette.Colors, index);
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines+markers",
            ["name"] = PlotlyJson.Text(series.Name + ", extrapolated"),
            ["showlegend"] = false,
            ["x"] = PlotlyJson.Numbers(series.Beyond.Select(point => point.X)),
            ["y"] = PlotlyJson.Numbers(series.Beyond.Select(point => point.Y)),
            ["hoverinfo"] = "name+x+y",
            ["line"] = new JsonObject { ["color"] = color, ["width"] = 1.4, ["dash"] = "dot" },
            ["marker"] = new JsonObject
            {
                ["color"] = color,
                ["size"] = new JsonArray([.. series.Beyond.Select((_, i) => JsonValue.Create(i == 0 ? 18 : 0))]),
                ["symbol"] = "line-ns-open",
                ["line"] = new JsonObject { ["width"] = 2.4 },
            },
        };
    }

    private static JsonObject Trace(Figure figure, Series series, int index)
    {
        string color = Palette.Of(Palette.Colors, index);
        var trace = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = series.Joined ? "lines" : figure.Kind == FigureKind.Lines ? series.Points.Count > 40 ? "lines" : "lines+markers" : "markers",
            ["name"] = PlotlyJson.Text(series.Name),
            ["x"] = PlotlyJson.Numbers(series.Points.Select(point => point.X)),
            ["y"] = PlotlyJson.Numbers(series.Points.Select(point => point.Y)),
            ["hovertext"] = PlotlyJson.Texts(series.Points.Select(point =>
                $"{(series.Name.Length > 0 ? series.Name + ", " : "")}{figure.X.Quantity(point.X)}: {figure.Y.Quantity(point.Y)}")),
            ["hoverinfo"] = "text",
            ["cliponaxis"] = false,
            ["line"] = new JsonObject { ["color"] = color, ["width"] = 2.2, ["dash"] = Palette.Of(Palette.PlotlyDashes, index) },
            ["marker"] = new JsonObject { ["color"] = color, ["size"] = 8, ["symbol"] = Palette.Of(Palette.PlotlyMarkers, index) },
        };
        if (PlotlyJson.Spread(series.Points) is { } spread) trace["error_y"] = spread;
        return trace;
    }
}

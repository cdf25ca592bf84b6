using System.Text.Json.Nodes;

namespace Course.Charts;

internal static class PlotlyPlane
{
    public static IEnumerable<JsonNode> Write(Figure figure, JsonObject layout)
    {
        layout["height"] = 460;
        var (across, up) = SvgPlane.Ticks(figure, 7);
        PlotlyJson.SetScale((JsonObject)layout["xaxis"]!, figure.X, across);
        PlotlyJson.SetScale((JsonObject)layout["yaxis"]!, figure.Y, up);
        return figure.Series.Select((series, i) => Trace(figure, series, i));
    }

    private static JsonObject Trace(Figure figure, Series series, int index)
    {
        string color = Palette.Of(Palette.Colors, index);
        var trace = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = figure.Kind == FigureKind.Lines ? series.Points.Count > 40 ? "lines" : "lines+markers" : "markers",
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

using System.Text.Json.Nodes;

namespace Course.Charts;

internal static class PlotlyBars
{
    /// <summary>How much of the distance between two labels their bars fill.</summary>
    private const double GroupShare = 0.7;

    public static IEnumerable<JsonNode> Write(Figure figure, JsonObject layout)
    {
        NameRows(figure, layout);
        layout["barmode"] = "overlay";
        layout["height"] = 150 + figure.Categories.Count * (figure.Series.Count * 20 + 20);
        Point[] drawn = [.. figure.Series.SelectMany(series => series.Points).Where(figure.CanDraw)];
        var (min, max) = SvgFigure.Range(drawn.SelectMany(point => new[] { point.Y, point.High }));
        // A fifth more than the bars need leaves room for the number after the longest.
        PlotlyJson.SetScale((JsonObject)layout["xaxis"]!, figure.X, Ticks.For(figure.X, min, max, 5, fromZero: true), extra: 0.2);
        return figure.Series.SelectMany((series, i) => new[] { Bars(figure, series, i), NumbersAfter(figure, series, i) });
    }

    /// <summary>Labels the rows of the vertical axis, the first on top.</summary>
    public static void NameRows(Figure figure, JsonObject layout)
    {
        // Bars stand at numbers and are named by ticks, because plotly would stack bars of the same name.
        var names = (JsonObject)layout["yaxis"]!;
        names["tickmode"] = "array";
        names["tickvals"] = PlotlyJson.Numbers(Enumerable.Range(0, figure.Categories.Count).Select(i => (double)i));
        names["ticktext"] = new JsonArray([.. figure.Categories.Select(label => (JsonNode?)string.Join("<br>", TextWidth.Wrap(label, 13, 220, 2).Select(PlotlyJson.Text)))]);
        names["range"] = PlotlyJson.Numbers([figure.Categories.Count - 0.5, -0.5]);
        names["showgrid"] = false;
        names["zeroline"] = false;
    }

    private static double Thickness(Figure figure) => GroupShare / figure.Series.Count;

    private static double Offset(Figure figure, int index) => index * Thickness(figure) - GroupShare / 2;

    private static JsonObject Bars(Figure figure, Series series, int index)
    {
        var trace = new JsonObject
        {
            ["type"] = "bar",
            ["orientation"] = "h",
            ["name"] = PlotlyJson.Text(series.Name),
            ["x"] = PlotlyJson.Numbers(series.Points.Select(point => point.Y)),
            ["y"] = PlotlyJson.Numbers(series.Points.Select(point => point.X)),
            ["width"] = Thickness(figure) * 0.94,
            ["offset"] = Offset(figure, index),
            ["hovertext"] = PlotlyJson.Texts(series.Points.Select(point => $"{figure.Categories[(int)point.X]}: {figure.X.Quantity(point.Y)}")),
            ["hoverinfo"] = "text",
            ["marker"] = new JsonObject
            {
                ["color"] = Palette.Of(Palette.Colors, index),
                ["pattern"] = new JsonObject { ["shape"] = Palette.Of(Palette.PlotlyHatches, index), ["size"] = 8, ["solidity"] = 0.35 },
            },
        };
        if (PlotlyJson.Spread(series.Points) is { } spread) trace["error_x"] = spread;
        return trace;
    }

    /// <summary>A bar's own text would lie under its error bar, so the numbers are a series of texts that begin after both.</summary>
    private static JsonObject NumbersAfter(Figure figure, Series series, int index)
    {
        Point[] drawn = [.. series.Points.Where(figure.CanDraw)];
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "text",
            ["x"] = PlotlyJson.Numbers(drawn.Select(point => figure.X.Log ? Math.Max(point.Y, point.High) : Math.Max(0, Math.Max(point.Y, point.High)))),
            ["y"] = PlotlyJson.Numbers(drawn.Select(point => point.X + Offset(figure, index) + Thickness(figure) / 2)),
            ["text"] = PlotlyJson.Texts(drawn.Select(point => "  " + figure.X.Quantity(point.Y))),
            ["textposition"] = "middle right",
            ["cliponaxis"] = false,
            ["showlegend"] = false,
            ["hoverinfo"] = "skip",
        };
    }
}

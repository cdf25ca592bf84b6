using System.Text.Json.Nodes;

namespace Course.Charts;

/// <summary>
/// The figure as plotly.js reads it (plotly.com/javascript/reference). Light colours by default; <c>layout.meta.dark</c> holds the
/// changes of the layout for a dark page, for pages that know how to ask.
/// </summary>
internal static class PlotlyJson
{
    private const double LegendWidth = 520, LegendSymbol = 60;
    private const int PlaneHeight = 460, PlotHeight = 276;

    public static JsonObject Write(Figure figure)
    {
        string[] title = [.. TextWidth.Wrap(figure.Title, 17, 600, 4)];
        var layout = new JsonObject
        {
            ["title"] = new JsonObject
            {
                ["text"] = string.Join("<br>", title.Select(Text)),
                ["font"] = new JsonObject { ["size"] = 17 },
                ["x"] = 0,
                ["xref"] = "container",
                ["xanchor"] = "left",
                ["y"] = 1,
                ["yref"] = "container",
                ["yanchor"] = "top",
                ["pad"] = new JsonObject { ["l"] = 16, ["t"] = 16 },
            },
            ["font"] = new JsonObject { ["family"] = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif", ["size"] = 13, ["color"] = "#1f2328" },
            ["paper_bgcolor"] = "#ffffff",
            ["plot_bgcolor"] = "#ffffff",
            ["margin"] = new JsonObject { ["l"] = 60, ["r"] = 40, ["t"] = 36 + 22 * title.Length + 22 * LegendRows(figure), ["b"] = 60 },
            ["xaxis"] = AxisOf(figure.X),
            ["yaxis"] = AxisOf(figure.Y),
            ["showlegend"] = HasLegend(figure),
            ["legend"] = new JsonObject { ["orientation"] = "h", ["x"] = 0, ["y"] = 1.02, ["yanchor"] = "bottom" },
            ["hovermode"] = "closest",
            ["meta"] = new JsonObject { ["dark"] = Dark() },
        };
        var data = figure.Kind switch
        {
            FigureKind.Bars => PlotlyBars.Write(figure, layout),
            FigureKind.Strip => PlotlyStrip.Write(figure, layout),
            FigureKind.HeatMap => PlotlyHeatMap.Write(figure, layout),
            _ => PlotlyPlane.Write(figure, layout),
        };
        Annotate(figure, layout);
        // A legend of many rows must not take its room from the plot.
        if (figure.Kind is FigureKind.Lines or FigureKind.Scatter)
            layout["height"] = Math.Max(PlaneHeight, PlotHeight + layout["margin"]!["t"]!.GetValue<int>() + layout["margin"]!["b"]!.GetValue<int>());
        return new JsonObject { ["data"] = new JsonArray([.. data]), ["layout"] = layout };
    }

    private static bool HasLegend(Figure figure) => figure.Series.Any(series => series.Name.Length > 0) && !PointLabels.Suit(figure);

    /// <summary>Plotly gives every entry the width of the widest once they need more than one row.</summary>
    private static int LegendRows(Figure figure)
    {
        if (!HasLegend(figure)) return 0;
        double[] widths = [.. figure.Series.Select(series => TextWidth.Of(series.Name, 13) + LegendSymbol)];
        return widths.Sum() <= LegendWidth ? 1 : (int)Math.Ceiling(widths.Length / Math.Max(1, Math.Floor(LegendWidth / widths.Max())));
    }

    /// <summary>A number as JSON has it; what JSON has no word for is null, which plotly leaves out.</summary>
    public static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    public static JsonArray Numbers(IEnumerable<double> values) => new([.. values.Select(Number)]);

    public static JsonArray Texts(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode?)JsonValue.Create(Text(value)))]);

    /// <summary>Plotly reads tags, links among them, in every text: a label must stay a label.</summary>
    public static string Text(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>Error bars of a series, or null when no point has any.</summary>
    public static JsonObject? Spread(IReadOnlyList<Point> points) => !points.Any(point => point.HasSpread) ? null : new JsonObject
    {
        ["type"] = "data",
        ["symmetric"] = false,
        ["array"] = Numbers(points.Select(point => point.HasSpread ? Math.Max(0, point.High - point.Y) : 0)),
        ["arrayminus"] = Numbers(points.Select(point => point.HasSpread ? Math.Max(0, point.Y - point.Low) : 0)),
        ["thickness"] = 1.4,
        ["width"] = 4,
    };

    /// <summary>The range of the drawing; on logarithmic axes and for bytes our own ticks too, since plotly's count 2, 5, 2, 5 or in thousands.</summary>
    /// <param name="extra">Room beyond the end, as a share of the range.</param>
    public static void SetScale(JsonObject axis, Axis described, Ticks ticks, double extra = 0)
    {
        var (from, to) = described.Log ? (Math.Log10(ticks.Min), Math.Log10(ticks.Max)) : (ticks.Min, ticks.Max);
        axis["range"] = Numbers([from, to + extra * (to - from)]);
        if (described.Log || described.InBytes) SetTicks(axis, ticks.Values, ticks.Values.Select(described.Number));
    }

    /// <summary>Named places on an axis.</summary>
    public static void SetTicks(JsonObject axis, IEnumerable<double> values, IEnumerable<string> texts)
    {
        axis["tickmode"] = "array";
        axis["tickvals"] = Numbers(values);
        axis["ticktext"] = Texts(texts);
    }

    private static JsonObject AxisOf(Axis axis) => new()
    {
        ["title"] = new JsonObject { ["text"] = Text(axis.Caption) },
        ["type"] = axis.Log ? "log" : "linear",
        ["automargin"] = true,
        ["gridcolor"] = "#e4e8ec",
        ["linecolor"] = "#8c959f",
        ["zerolinecolor"] = "#8c959f",
        ["exponentformat"] = "none",
        ["separatethousands"] = true,
    };

    private static void Annotate(Figure figure, JsonObject layout)
    {
        var shapes = new JsonArray();
        var annotations = new JsonArray();
        foreach (Mark mark in figure.Marks)
        {
            Axis axis = mark.Vertical ? figure.X : figure.Y;
            if (!double.IsFinite(mark.Value) || (axis.Log && mark.Value <= 0)) continue;
            // Plotly wants the value itself for a line but its logarithm for a text.
            double place = axis.Log ? Math.Log10(mark.Value) : mark.Value;
            string along = mark.Vertical ? "x" : "y", across = mark.Vertical ? "y" : "x";
            shapes.Add(new JsonObject
            {
                ["type"] = "line",
                [along + "0"] = mark.Value,
                [along + "1"] = mark.Value,
                [across + "ref"] = "paper",
                [across + "0"] = 0,
                [across + "1"] = 1,
                ["line"] = new JsonObject { ["color"] = "#767676", ["width"] = 1.2, ["dash"] = "dash" },
            });
            annotations.Add(new JsonObject
            {
                ["text"] = Text(mark.Label),
                [along] = place,
                [across + "ref"] = "paper",
                [across] = mark.Vertical ? 1 : 0,
                ["showarrow"] = false,
                ["xanchor"] = mark.Vertical ? "center" : "left",
                ["yanchor"] = !mark.Vertical && IsAtTop(place, layout) ? "top" : "bottom",
                ["font"] = new JsonObject { ["size"] = 12 },
            });
        }
        if (PointLabels.Suit(figure))
            foreach (JsonNode label in PointLabels.Annotations(figure)) annotations.Add(label);
        string[] notes = [.. figure.AllNotes().SelectMany(note => TextWidth.Wrap(note, 12, 520, 4)).Select(Text)];
        if (notes.Length > 0)
        {
            layout["margin"]!["b"] = 74 + 16 * notes.Length;
            annotations.Add(new JsonObject
            {
                ["text"] = string.Join("<br>", notes),
                ["xref"] = "paper",
                ["yref"] = "paper",
                ["x"] = 0,
                ["y"] = 0,
                ["yshift"] = -62,
                ["showarrow"] = false,
                ["xanchor"] = "left",
                ["yanchor"] = "top",
                ["align"] = "left",
                ["font"] = new JsonObject { ["size"] = 12 },
            });
        }
        if (figure.Marks.Any(mark => mark.Vertical))
        {
            layout["legend"]!["y"] = 1.08;
            layout["margin"]!["t"] = layout["margin"]!["t"]!.GetValue<int>() + 24;
        }
        if (shapes.Count > 0) layout["shapes"] = shapes;
        if (annotations.Count > 0) layout["annotations"] = annotations;
    }

    /// <summary>True where a text above the line would lie in the legend.</summary>
    private static bool IsAtTop(double place, JsonObject layout) => layout["yaxis"]!["range"] is JsonArray range
        && range.OfType<JsonValue>().Select(end => end.GetValue<double>()).ToArray() is [var from, var to] && place - from > 0.94 * (to - from);

    private static JsonObject Dark() => new()
    {
        ["paper_bgcolor"] = "#161b22",
        ["plot_bgcolor"] = "#161b22",
        ["font.color"] = "#e6edf3",
        ["xaxis.gridcolor"] = "#2d333b",
        ["yaxis.gridcolor"] = "#2d333b",
        ["xaxis.linecolor"] = "#7d8590",
        ["yaxis.linecolor"] = "#7d8590",
        ["xaxis.zerolinecolor"] = "#7d8590",
        ["yaxis.zerolinecolor"] = "#7d8590",
    };
}

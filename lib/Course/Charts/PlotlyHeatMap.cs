using System.Text.Json.Nodes;

namespace Course.Charts;

internal static class PlotlyHeatMap
{
    public static IEnumerable<JsonNode> Write(Figure figure, JsonObject layout)
    {
        HeatGrid grid = figure.Grid!;
        Label((JsonObject)layout["xaxis"]!, grid.Columns);
        Label((JsonObject)layout["yaxis"]!, grid.Rows);
        layout["yaxis"]!["autorange"] = "reversed";
        layout["height"] = 180 + Math.Clamp(grid.Rows.Count * 34, 120, 480);
        var rows = Enumerable.Range(0, grid.Rows.Count).Select(row => Enumerable.Range(0, grid.Columns.Count).Select(column => grid.Values[row, column]).ToArray()).ToArray();
        return [new JsonObject
        {
            ["type"] = "heatmap",
            ["z"] = new JsonArray([.. rows.Select(row => (JsonNode?)PlotlyJson.Numbers(row))]),
            ["text"] = new JsonArray([.. rows.Select(row => (JsonNode?)PlotlyJson.Texts(row.Select(figure.Values.Number)))]),
            ["texttemplate"] = grid.Rows.Count * grid.Columns.Count <= 300 ? "%{text}" : "",
            ["hoverinfo"] = "text",
            ["colorscale"] = new JsonArray([.. Palette.Shades.Select((color, i) => (JsonNode?)new JsonArray((double)i / (Palette.Shades.Length - 1), color))]),
            ["colorbar"] = new JsonObject { ["title"] = new JsonObject { ["text"] = PlotlyJson.Text(figure.Values.Caption) } },
            ["xgap"] = grid.Values.Length > SvgHeatMap.MostSingleCells ? 0 : 1,
            ["ygap"] = grid.Values.Length > SvgHeatMap.MostSingleCells ? 0 : 1,
        }];
    }

    private static void Label(JsonObject axis, IReadOnlyList<string> labels)
    {
        int every = Math.Max(1, (int)Math.Ceiling(labels.Count / 16.0));
        int[] shown = [.. Enumerable.Range(0, labels.Count).Where(i => i % every == 0)];
        PlotlyJson.SetTicks(axis, shown.Select(i => (double)i), shown.Select(i => labels[i]));
        axis["showgrid"] = false;
        axis["zeroline"] = false;
    }
}

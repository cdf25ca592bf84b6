using System.Text;

namespace Course.Charts;

/// <summary>The figure's numbers as plain text: a table for terminals and for readers who see no pictures.</summary>
internal static class TextTable
{
    private const int MostRows = 40, LongestBar = 30;

    public static string Write(Figure figure)
    {
        string measure = figure.HasRows ? "" : figure.Values.Caption;
        var text = new StringBuilder().AppendLine(Plain(measure.Length > 0 ? $"{figure.Title} ({measure})" : figure.Title));
        foreach (string line in Align(Rows(figure), figure.Kind == FigureKind.Bars)) text.AppendLine(Plain(line));
        foreach (Mark mark in figure.Marks) text.AppendLine(Plain($"{mark.Label}: {(mark.Vertical ? figure.X : figure.Y).Quantity(mark.Value)}"));
        foreach (string note in figure.AllNotes()) text.AppendLine(Plain(note));
        return text.ToString().TrimEnd();
    }

    /// <summary>The same in sentences, for a screen reader.</summary>
    public static string Describe(Figure figure)
    {
        string kind = figure.Kind switch { FigureKind.Bars => "Bar chart", FigureKind.Lines => "Line chart", FigureKind.Scatter => "Scatter chart", FigureKind.Strip => "Strip chart of samples", _ => "Heat map" };
        var rows = Rows(figure).ToArray();
        return $"{kind}. {string.Join("; ", rows.Select(row => string.Join(" ", row.Where(cell => cell.Length > 0 && cell[0] != '█'))))}.";
    }

    private static IEnumerable<string[]> Rows(Figure figure) => figure.Kind switch
    {
        FigureKind.Bars => BarRows(figure),
        FigureKind.Strip => StripRows(figure),
        FigureKind.HeatMap => GridRows(figure),
        _ => PointRows(figure),
    };

    private static IEnumerable<string[]> BarRows(Figure figure)
    {
        bool named = figure.Series.Any(series => series.Name.Length > 0);
        Point[] drawn = [.. figure.Series.SelectMany(series => series.Points).Where(figure.CanDraw)];
        var (min, max) = SvgFigure.Range(drawn.Select(point => point.Y));
        var scale = new Scale(Ticks.For(figure.X, min, max, 5, fromZero: true), figure.X.Log, 0, LongestBar);
        double zero = scale.At(figure.X.Log ? scale.Ticks.Min : 0);
        for (int i = 0; i < figure.Categories.Count; i++)
            foreach (Series series in figure.Series)
                foreach (Point point in series.Points.Where(point => point.X == i))
                {
                    string[] row = [figure.Categories[i], series.Name, figure.X.Quantity(point.Y),
                        point.HasSpread ? $"[{figure.X.Number(point.Low)} .. {figure.X.Number(point.High)}]" : "",
                        figure.CanDraw(point) ? new string('█', (int)Math.Round(Math.Abs(scale.At(point.Y) - zero))) : ""];
                    yield return named ? row : [row[0], .. row[2..]];
                }
    }

    private static IEnumerable<string[]> StripRows(Figure figure) => StripRow.Of(figure).Select(row => row.Values.Count == 0
        ? [figure.Categories[row.Index], "no values"]
        : new[] { figure.Categories[row.Index], $"median {figure.X.Quantity(row.Median)}",
            $"[{figure.X.Number(row.Values.Min())} .. {figure.X.Number(row.Values.Max())}]", $"{row.Values.Count} values" });

    private static IEnumerable<string[]> PointRows(Figure figure)
    {
        yield return [(figure.X with { Log = false }).Caption, .. figure.Series.Select(series => series.Name.Length > 0 ? series.Name : figure.Y.Title)];
        double[] all = [.. figure.Series.SelectMany(series => series.Points.Concat(series.Beyond.TakeLast(1))).Select(point => point.X).Distinct().Order()];
        // Evenly chosen rows of a long table, first and last among them.
        double[] shown = all.Length <= MostRows ? all : [.. Enumerable.Range(0, MostRows).Select(i => all[(int)((long)i * (all.Length - 1) / (MostRows - 1))])];
        foreach (double x in shown)
            yield return [figure.X.Number(x), .. figure.Series.Select(series =>
                string.Join(" ", [.. series.Points.Where(point => point.X.Equals(x)).Take(3).Select(point => figure.Y.Number(point.Y)),
                    .. series.Beyond.TakeLast(1).Where(point => point.X.Equals(x)).Select(point => $"~{figure.Y.Number(point.Y)}")]))];
        if (shown.Length < all.Length) yield return [$"({all.Length - shown.Length} rows between are left out)"];
    }

    private static IEnumerable<string[]> GridRows(Figure figure)
    {
        HeatGrid grid = figure.Grid!;
        yield return ["", .. grid.Columns];
        for (int row = 0; row < grid.Rows.Count; row++)
            yield return [grid.Rows[row], .. Enumerable.Range(0, grid.Columns.Count).Select(column => figure.Values.Number(grid.Values[row, column]))];
    }

    /// <summary>Pads cells into columns; the first and a bar's last to the left, numbers to the right.</summary>
    private static IEnumerable<string> Align(IEnumerable<string[]> rows, bool bars)
    {
        string[][] all = [.. rows];
        int columns = all.Length == 0 ? 0 : all.Max(row => row.Length);
        int[] widths = [.. Enumerable.Range(0, columns).Select(column => all.Where(row => row.Length > 1 && column < row.Length).Select(row => row[column].Length).DefaultIfEmpty().Max())];
        return all.Select(row => string.Join("  ", row.Select((cell, column) =>
            column == 0 || (bars && column == row.Length - 1) ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
    }

    private static string Plain(string line) => new([.. line.Select(c => char.IsControl(c) ? ' ' : c)]);
}

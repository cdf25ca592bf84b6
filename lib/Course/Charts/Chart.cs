namespace Course.Charts;

/// <summary>
/// Charts from plain tuples. An axis is named "what, unit", e.g. "working set, bytes"; values that come with a low and a high end get
/// error bars. <see cref="Figure.LogX"/>, <see cref="Figure.LogY"/> and <see cref="Figure.MarkX(string, double)"/> change the result.
/// </summary>
public static class Chart
{
    /// <summary>More points than this in a series are drawn as the lowest and highest of each stretch.</summary>
    public const int MostPoints = 1000;

    /// <summary>More bars than this cannot be read; the rest is left out with a note.</summary>
    public const int MostBars = 60;

    /// <summary>One bar for each value, top to bottom. The bars lie, so <see cref="Figure.LogX"/> makes their scale logarithmic.</summary>
    public static Figure Bars(string title, string unit, params IEnumerable<(string Label, double Value)> bars) =>
        Bars(title, unit, bars.Select(bar => (bar.Label, bar.Value, bar.Value, bar.Value)));

    public static Figure Bars(string title, string unit, IEnumerable<(string Label, double Value, double Low, double High)> bars) =>
        GroupedBars(title, unit, ("", bars));

    /// <summary>Bars side by side: each series has one bar for each of its labels; equal labels stand together.</summary>
    public static Figure GroupedBars(
        string title, string unit, params IEnumerable<(string Series, IEnumerable<(string Label, double Value, double Low, double High)> Bars)> series)
    {
        (string Name, (string Label, double Value, double Low, double High)[] Bars)[] given = [.. series.Select(one => (one.Series, one.Bars.ToArray()))];
        // A single series keeps repeated labels apart; several are matched by label.
        string[] labels = given.Length == 1 ? [.. given[0].Bars.Select(bar => bar.Label)] : [.. given.SelectMany(one => one.Bars).Select(bar => bar.Label).Distinct()];
        var figure = new Figure(FigureKind.Bars, title, new Axis("", unit), Axis.None)
        {
            Categories = [.. labels.Take(MostBars)],
            Series = [.. given.Select(one => new Series(one.Name, [.. one.Bars.Select(Place).Where(point => point.X < MostBars)]))],
        };
        return labels.Length > MostBars ? figure.Note($"{labels.Length - MostBars} more bars are left out.") : figure;

        Point Place((string Label, double Value, double Low, double High) bar, int index) =>
            new(given.Length == 1 ? index : Array.IndexOf(labels, bar.Label), bar.Value, bar.Low, bar.High);
    }

    /// <summary>Every value of each row as a dot, with a line at the row's median: how widely samples spread, which a median alone hides.</summary>
    public static Figure Strip(string title, string unit, params IEnumerable<(string Label, IEnumerable<double> Values)> rows)
    {
        (string Label, Series Values)[] given = [.. rows.Take(MostBars).Select((row, i) =>
            (row.Label, Thinning.Thin(new Series("", [.. row.Values.Select(value => new Point(i, value, value, value))]))))];
        return new Figure(FigureKind.Strip, title, new Axis("", unit), Axis.None)
        {
            Categories = [.. given.Select(row => row.Label)],
            Series = [new Series("", [.. given.SelectMany(row => row.Values.Points)])],
        };
    }

    public static Figure GroupedBars(
        string title, string unit, params IEnumerable<(string Series, IEnumerable<(string Label, double Value)> Bars)> series) =>
        GroupedBars(title, unit, series.Select(one => (one.Series, one.Bars.Select(bar => (bar.Label, bar.Value, bar.Value, bar.Value)))));

    /// <summary>Points joined in the order of X.</summary>
    public static Figure Lines(string title, string x, string y, IEnumerable<(double X, double Y)> points) => Lines(title, x, y, ("", points));

    public static Figure Lines(string title, string x, string y, params IEnumerable<(string Name, IEnumerable<(double X, double Y)> Points)> series) =>
        Lines(title, x, y, series.Select(one => (one.Name, WithoutSpread(one.Points))));

    public static Figure Lines(
        string title, string x, string y, params IEnumerable<(string Name, IEnumerable<(double X, double Y, double Low, double High)> Points)> series) =>
        Plane(FigureKind.Lines, title, x, y, series);

    /// <summary>Points on their own.</summary>
    public static Figure Scatter(string title, string x, string y, IEnumerable<(double X, double Y)> points) => Scatter(title, x, y, ("", points));

    public static Figure Scatter(string title, string x, string y, params IEnumerable<(string Name, IEnumerable<(double X, double Y)> Points)> series) =>
        Plane(FigureKind.Scatter, title, x, y, series.Select(one => (one.Name, WithoutSpread(one.Points))));

    /// <summary>A coloured cell for each of <c>values[row, column]</c>, row 0 on top, numbered from 0.</summary>
    public static Figure HeatMap(string title, string columns, string rows, string unit, double[,] values) => HeatMap(title, columns, rows, unit, values,
        Enumerable.Range(0, values.GetLength(1)).Select(ShortIndex), Enumerable.Range(0, values.GetLength(0)).Select(ShortIndex));

    /// <exception cref="ArgumentException">There are not as many labels as rows and columns.</exception>
    public static Figure HeatMap(
        string title, string columns, string rows, string unit, double[,] values, IEnumerable<string> columnLabels, IEnumerable<string> rowLabels)
    {
        string[] across = [.. columnLabels], down = [.. rowLabels];
        if (down.Length != values.GetLength(0) || across.Length != values.GetLength(1))
            throw new ArgumentException($"The values have {values.GetLength(0)} rows and {values.GetLength(1)} columns, the labels {down.Length} and {across.Length}.");
        HeatGrid whole = new((double[,])values.Clone(), down, across), grid = Thinning.Thin(whole);
        var figure = new Figure(FigureKind.HeatMap, title, Axis.Parse(columns), Axis.Parse(rows)) { Grid = grid, Shades = new Axis("", unit) };
        return ReferenceEquals(whole, grid) ? figure
            : figure.Note($"{down.Length} x {across.Length} values, shown as means of {grid.Rows.Count} x {grid.Columns.Count} blocks.");
    }

    private static string ShortIndex(int index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Figure Plane(FigureKind kind, string title, string x, string y,
        IEnumerable<(string Name, IEnumerable<(double X, double Y, double Low, double High)> Points)> series)
    {
        Series[] whole = [.. series.Select(one => new Series(one.Name, [.. one.Points.Select(p => new Point(p.X, p.Y, p.Low, p.High))]))];
        if (kind == FigureKind.Lines) whole = [.. whole.Select(one => one with { Points = [.. one.Points.OrderBy(point => point.X)] })];
        var figure = new Figure(kind, title, Axis.Parse(x), Axis.Parse(y)) { Series = [.. whole.Select(Thinning.Thin)] };
        int before = whole.Sum(one => one.Points.Count), after = figure.Series.Sum(one => one.Points.Count);
        return before == after ? figure : figure.Note($"{before:N0} points, shown as {after:N0}: the lowest and highest of each stretch.");
    }

    private static IEnumerable<(double X, double Y, double Low, double High)> WithoutSpread(IEnumerable<(double X, double Y)> points) =>
        points.Select(point => (point.X, point.Y, point.Y, point.Y));
}

namespace Course.Charts;

/// <summary>The figure as a drawing for every place that shows no Plotly figures.</summary>
internal static class SvgFigure
{
    private const double Wide = 640, Narrow = 380;

    public static string Write(Figure figure)
    {
        string id = SvgDocument.NewId();
        bool manyCells = figure.Grid is { } grid && grid.Values.Length > SvgHeatMap.MostSingleCells;
        return SvgDocument.Write(id, figure.Title, TextTable.Describe(figure), Draw(figure, id, Wide), manyCells ? null : Draw(figure, id, Narrow));
    }

    private static SvgCanvas Draw(Figure figure, string id, double width)
    {
        var canvas = new SvgCanvas(id, width);
        foreach (string line in TextWidth.Wrap(figure.Title, 17 * SvgCanvas.Bold, width - 2 * SvgCanvas.Margin, 4))
            canvas.Text(SvgCanvas.Margin, canvas.Bottom += canvas.Bottom == 0 ? 34 : 22, line, 17, strong: true);
        if (figure.Series.Any(series => series.Points.Any(point => point.HasSpread)))
            canvas.Text(SvgCanvas.Margin, canvas.Bottom += 20, "Thin lines: from the low to the high value.", 12.5, muted: true);
        if (figure.Kind == FigureKind.Strip) canvas.Text(SvgCanvas.Margin, canvas.Bottom += 20, "One dot for each value; the line and the number are the median.", 12.5, muted: true);
        switch (figure.Kind)
        {
            case FigureKind.Bars: SvgBars.Draw(canvas, figure); break;
            case FigureKind.Strip: SvgStrip.Draw(canvas, figure); break;
            case FigureKind.HeatMap: SvgHeatMap.Draw(canvas, figure); break;
            default: SvgPlane.Draw(canvas, figure); break;
        }
        foreach (string note in figure.AllNotes())
        {
            canvas.Bottom += 4;
            foreach (string line in TextWidth.Wrap(note, 12.5, width - 2 * SvgCanvas.Margin, 4))
                canvas.Text(SvgCanvas.Margin, canvas.Bottom += 19, line, 12.5, muted: true);
        }
        return canvas;
    }

    /// <summary>The smallest and largest finite value, (NaN, NaN) for none.</summary>
    public static (double Min, double Max) Range(IEnumerable<double> values)
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        foreach (double value in values)
            if (double.IsFinite(value)) (min, max) = (Math.Min(min, value), Math.Max(max, value));
        return min <= max ? (min, max) : (double.NaN, double.NaN);
    }
}

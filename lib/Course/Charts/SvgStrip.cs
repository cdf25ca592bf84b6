namespace Course.Charts;

/// <summary>Dots in rows, each row's median as a line with its number.</summary>
internal static class SvgStrip
{
    private const double Row = 44, DotRadius = 3.2;

    public static void Draw(SvgCanvas canvas, Figure figure)
    {
        var rows = StripRow.Of(figure).ToArray();
        var (scale, top) = SvgRows.Frame(canvas, figure, Row, rows.Select(row => figure.X.Quantity(row.Median)), fromZero: false);
        string color = Palette.Colors[0];
        foreach (StripRow row in rows)
        {
            double middle = top + Row * (row.Index + 0.5);
            string dots = string.Concat(row.Values.Select((value, i) => Markers.Path(0, scale.At(value), middle + StripRow.Jitter(i) * (Row - 20), DotRadius)));
            if (row.Values.Count == 0) continue;
            canvas.Path(dots, color, 0, fill: color, opacity: 0.7, tip: $"{figure.Categories[row.Index]}: {row.Values.Count} values, {figure.X.Quantity(row.Values.Min())} to {figure.X.Quantity(row.Values.Max())}");
            double median = scale.At(row.Median);
            canvas.Line(median, middle - Row / 2 + 4, median, middle + Row / 2 - 4, "t", 2.4);
            canvas.Text(canvas.Width - SvgCanvas.Margin, middle + 4.5, figure.X.Quantity(row.Median), SvgRows.ValueSize, "end", halo: true);
        }
    }
}

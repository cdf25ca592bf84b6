namespace Course.Charts;

/// <summary>Lying bars: labels stand upright at any length, and each bar carries its number.</summary>
internal static class SvgBars
{
    private const double Thickness = 20;

    public static void Draw(SvgCanvas canvas, Figure figure)
    {
        Legend.Above(canvas, figure);
        double thickness = figure.Series.Count > 2 ? 14 : Thickness, row = figure.Series.Count * (thickness + 2) + 12;
        var numbers = figure.Series.SelectMany(series => series.Points).Select(point => figure.X.Quantity(point.Y));
        var (scale, top) = SvgRows.Frame(canvas, figure, row, numbers, fromZero: true);
        for (int s = 0; s < figure.Series.Count; s++)
            foreach (Point point in figure.Series[s].Points)
                Bar(canvas, figure, scale, point, s, top + row * point.X + 6 + s * (thickness + 2) + 1, thickness);
        double zero = scale.At(figure.X.Log ? scale.Ticks.Min : 0);
        canvas.Line(zero, top - 4, zero, top + row * figure.Categories.Count + 4, "a");
    }

    private static void Bar(SvgCanvas canvas, Figure figure, Scale scale, Point point, int series, double y, double thickness)
    {
        string name = figure.Series[series].Name, quantity = figure.X.Quantity(point.Y);
        string tip = $"{figure.Categories[(int)point.X]}{(name.Length > 0 ? $", {name}" : "")}: {quantity}"
            + (point.HasSpread ? $" ({figure.X.Number(point.Low)} to {figure.X.Number(point.High)})" : "");
        double zero = scale.At(figure.X.Log ? scale.Ticks.Min : 0), end = zero, middle = y + thickness / 2;
        if (figure.CanDraw(point))
        {
            end = scale.At(point.Y);
            canvas.Box(Math.Min(zero, end), y, Math.Max(0.75, Math.Abs(end - zero)), thickness, Palette.Of(Palette.Colors, series), series, tip, corner: 2);
            if (point.HasSpread)
            {
                double low = scale.At(point.Low), high = scale.At(point.High);
                canvas.Line(low, middle, high, middle, "t", 1.4).Line(low, middle - 4, low, middle + 4, "t", 1.4).Line(high, middle - 4, high, middle + 4, "t", 1.4);
                end = Math.Max(end, high);
            }
        }
        canvas.Text(Math.Max(end, zero) + 8, middle + 4.5, quantity, SvgRows.ValueSize, muted: !figure.CanDraw(point), halo: true);
    }
}

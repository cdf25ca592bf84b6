namespace Course.Charts;

/// <summary>Lying bars: labels stand upright at any length, and each bar carries its number.</summary>
internal static class SvgBars
{
    private const double LabelSize = 13.5, ValueSize = 13, Thickness = 20;

    public static void Draw(SvgCanvas canvas, Figure figure)
    {
        Legend.Above(canvas, figure);
        var labels = figure.Categories.Select(label => TextWidth.Wrap(label, LabelSize, canvas.Width * 0.36, 2)).ToArray();
        var numbers = figure.Series.SelectMany(series => series.Points).Select(point => figure.X.Quantity(point.Y));
        double left = SvgCanvas.Margin + labels.SelectMany(lines => lines).Select(line => TextWidth.Of(line, LabelSize)).DefaultIfEmpty().Max() + 12;
        double right = canvas.Width - SvgCanvas.Margin - numbers.Select(text => TextWidth.Of(text, ValueSize)).DefaultIfEmpty().Max() - 8;

        Point[] drawn = [.. figure.Series.SelectMany(series => series.Points).Where(figure.CanDraw)];
        var (min, max) = SvgFigure.Range(drawn.SelectMany(point => new[] { point.Y, point.High, figure.X.Log && !(point.Low > 0) ? point.Y : point.Low }));
        var ticks = Ticks.For(figure.X, min, max, Math.Clamp((int)((right - left) / 60), 2, 6), fromZero: true);
        var scale = new Scale(ticks, figure.X.Log, left, right);

        double thickness = figure.Series.Count > 2 ? 14 : Thickness, row = figure.Series.Count * (thickness + 2) + 12;
        double top = canvas.Bottom + 14, bottom = top + row * figure.Categories.Count;
        Frame(canvas, figure, scale, top, bottom);
        for (int i = 0; i < labels.Length; i++)
        {
            double middle = top + row * (i + 0.5);
            for (int k = 0; k < labels[i].Count; k++)
                canvas.Text(left - 12, middle + 4.5 + (k - (labels[i].Count - 1) / 2.0) * 15, labels[i][k], LabelSize, "end");
        }
        for (int s = 0; s < figure.Series.Count; s++)
            foreach (Point point in figure.Series[s].Points)
            {
                double y = top + row * point.X + 6 + s * (thickness + 2) + 1;
                Bar(canvas, figure, scale, point, s, y, thickness);
            }
        double zero = scale.At(figure.X.Log ? ticks.Min : 0);
        canvas.Line(zero, top - 4, zero, bottom + 4, "a");
        canvas.Bottom = bottom + (figure.X.Caption.Length > 0 ? 40 : 20);
    }

    private static void Frame(SvgCanvas canvas, Figure figure, Scale scale, double top, double bottom)
    {
        foreach (double tick in scale.Ticks.Values)
        {
            canvas.Line(scale.At(tick), top - 4, scale.At(tick), bottom + 4, "g");
            canvas.Text(scale.At(tick), bottom + 20, figure.X.Number(tick), 12, "middle", muted: true);
        }
        if (figure.X.Caption.Length > 0)
            canvas.Text((scale.From + scale.To) / 2, bottom + 40, figure.X.Caption, 12.5, "middle", muted: true);
        Marking.Vertical(canvas, figure, scale, top - 4, bottom + 4);
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
        canvas.Text(Math.Max(end, zero) + 8, middle + 4.5, quantity, ValueSize, muted: !figure.CanDraw(point), halo: true);
    }
}

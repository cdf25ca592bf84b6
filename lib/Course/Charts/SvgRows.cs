namespace Course.Charts;

/// <summary>What figures of labelled rows share: the labels on the left, the scale below, room for a number on the right.</summary>
internal static class SvgRows
{
    public const double ValueSize = 13;

    private const double LabelSize = 13.5;

    /// <returns>The scale of the values, and where the first row begins.</returns>
    public static (Scale Scale, double Top) Frame(SvgCanvas canvas, Figure figure, double row, IEnumerable<string> numbers, bool fromZero)
    {
        var labels = figure.Categories.Select(label => TextWidth.Wrap(label, LabelSize, canvas.Width * 0.36, 2)).ToArray();
        double left = SvgCanvas.Margin + labels.SelectMany(lines => lines).Select(line => TextWidth.Of(line, LabelSize)).DefaultIfEmpty().Max() + 12;
        double right = canvas.Width - SvgCanvas.Margin - numbers.Select(text => TextWidth.Of(text, ValueSize)).DefaultIfEmpty().Max() - 8;
        Point[] drawn = [.. figure.Series.SelectMany(series => series.Points).Where(figure.CanDraw)];
        var (min, max) = SvgFigure.Range(drawn.SelectMany(point => new[] { point.Y, point.High, figure.X.Log && !(point.Low > 0) ? point.Y : point.Low }));
        var ticks = Ticks.For(figure.X, min, max, Math.Clamp((int)((right - left) / 60), 2, 6), fromZero);
        var scale = new Scale(ticks, figure.X.Log, left, right);
        double top = canvas.Bottom + 14 + (figure.Marks.Count > 0 ? Marking.RoomAbove(figure, scale, canvas.Width - SvgCanvas.Margin) : 0);
        double bottom = top + row * figure.Categories.Count;
        foreach (double tick in ticks.Values)
        {
            canvas.Line(scale.At(tick), top - 4, scale.At(tick), bottom + 4, "g");
            canvas.Text(scale.At(tick), bottom + 20, figure.X.Number(tick), 12, "middle", muted: true);
        }
        if (figure.X.Caption.Length > 0) canvas.Text((left + right) / 2, bottom + 40, figure.X.Caption, 12.5, "middle", muted: true);
        Marking.Vertical(canvas, figure, scale, top - 4, bottom + 4);
        for (int i = 0; i < labels.Length; i++)
            for (int k = 0; k < labels[i].Count; k++)
                canvas.Text(left - 12, top + row * (i + 0.5) + 4.5 + (k - (labels[i].Count - 1) / 2.0) * 15, labels[i][k], LabelSize, "end");
        canvas.Bottom = bottom + (figure.X.Caption.Length > 0 ? 40 : 20);
        return (scale, top);
    }
}

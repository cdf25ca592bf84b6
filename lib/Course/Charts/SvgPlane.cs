using System.Text;

namespace Course.Charts;

/// <summary>Lines and scattered points over two number axes.</summary>
internal static class SvgPlane
{
    private const double Height = 300, TickSize = 12, FewPoints = 40, EndGap = 16;

    public static void Draw(SvgCanvas canvas, Figure figure)
    {
        double right = canvas.Width - SvgCanvas.Margin;
        bool direct = LabelsFitBeside(canvas, figure), beside = canvas.Width > 500 && PointLabels.Suit(figure);
        if (direct) right -= Legend.WidthBeside(figure.Series.Select(series => series.Name)) + EndGap;
        else if (!beside) Legend.Above(canvas, figure);

        var (across, up) = Ticks(figure, Math.Clamp((int)((right - SvgCanvas.Margin) / 75), 2, 7));
        double left = SvgCanvas.Margin + up.Values.Max(tick => TextWidth.Of(figure.Y.Number(tick), TickSize)) + 8;
        right = Math.Min(right, canvas.Width - SvgCanvas.Margin - TextWidth.Of(figure.X.Number(across.Values[^1]), TickSize) / 2);
        var x = new Scale(across, figure.X.Log, left, right);
        canvas.Text(SvgCanvas.Margin, canvas.Bottom += 26, figure.Y.Caption, 12.5, muted: true);
        double top = canvas.Bottom + 12 + Marking.RoomAbove(figure, x, canvas.Width - SvgCanvas.Margin), bottom = top + Height;
        var y = new Scale(up, figure.Y.Log, bottom, top);

        Frame(canvas, figure, x, y);
        for (int s = 0; s < figure.Series.Count; s++) One(canvas, figure, s, x, y);
        if (direct) LabelEnds(canvas, figure, y, right + EndGap);
        if (beside) PointLabels.Draw(canvas, figure, x, y);
        canvas.Bottom = bottom + 40;
    }

    public static (Ticks Across, Ticks Up) Ticks(Figure figure, int wantedAcross)
    {
        Point[] drawn = [.. figure.Series.SelectMany(series => series.Points.Concat(series.Beyond)).Where(figure.CanDraw)];
        var (minX, maxX) = SvgFigure.Range(drawn.Select(point => point.X));
        var (minY, maxY) = SvgFigure.Range(drawn.SelectMany(point => new[] { point.Y, point.High, figure.Y.Log && !(point.Low > 0) ? point.Y : point.Low }));
        return (Charts.Ticks.For(figure.X, minX, maxX, wantedAcross, fromZero: false), Charts.Ticks.For(figure.Y, minY, maxY, figure.Y.Log ? 9 : 6, fromZero: false));
    }

    private static bool LabelsFitBeside(SvgCanvas canvas, Figure figure) => canvas.Width > 500 && figure.Kind == FigureKind.Lines && figure.Series.Count <= 6
        && figure.Series.All(series => series.Name.Length > 0 && series.Points.Any(figure.CanDraw)) && figure.Series.Count > 0
        && Legend.WidthBeside(figure.Series.Select(series => series.Name)) < 0.34 * canvas.Width;

    private static void Frame(SvgCanvas canvas, Figure figure, Scale x, Scale y)
    {
        foreach (double tick in y.Ticks.Values)
        {
            canvas.Line(x.From, y.At(tick), x.To, y.At(tick), "g");
            canvas.Text(x.From - 8, y.At(tick) + 4, figure.Y.Number(tick), TickSize, "end", muted: true);
        }
        foreach (double tick in x.Ticks.Values)
        {
            canvas.Line(x.At(tick), y.From, x.At(tick), y.From + 5, "a");
            canvas.Text(x.At(tick), y.From + 19, figure.X.Number(tick), TickSize, "middle", muted: true);
        }
        canvas.Line(x.From, y.From, x.To, y.From, "a");
        canvas.Text((x.From + x.To) / 2, y.From + 40, figure.X.Caption, 12.5, "middle", muted: true);
        Marking.Vertical(canvas, figure, x, y.To, y.From);
        Marking.Horizontal(canvas, figure, y, x.From, x.To);
    }

    private static void One(SvgCanvas canvas, Figure figure, int index, Scale x, Scale y)
    {
        Series series = figure.Series[index];
        string color = Palette.Of(Palette.Colors, index);
        Point[] drawn = [.. series.Points.Where(figure.CanDraw)];
        foreach (Point point in drawn.Where(point => point.HasSpread))
            canvas.Path($"M{SvgCanvas.N(x.At(point.X))} {SvgCanvas.N(y.At(point.Low))}V{SvgCanvas.N(y.At(point.High))}", color, 1.4, opacity: 0.7);
        if ((series.Joined || figure.Kind == FigureKind.Lines) && drawn.Length > 1) canvas.Path(Joined(figure, series, x, y), color, 2.2, Palette.Of(Palette.Dashes, index));
        if (series.Beyond.Count > 0 && drawn.Length > 0) Beyond(canvas, figure, series, color, drawn[^1], x, y);
        if (series.Joined || (drawn.Length > FewPoints && figure.Kind == FigureKind.Lines)) return;
        if (drawn.Length > FewPoints)
            canvas.Path(string.Concat(drawn.Select(point => Markers.Path(index, x.At(point.X), y.At(point.Y), 3))), color, 1.4, fill: color, opacity: 0.8);
        else
            foreach (Point point in drawn)
                canvas.Path(Markers.Path(index, x.At(point.X), y.At(point.Y), 4), color, 1.8, fill: color, tip: Tip(figure, series, point));
    }

    private static void Beyond(SvgCanvas canvas, Figure figure, Series series, string color, Point last, Scale x, Scale y)
    {
        canvas.Path($"M{SvgCanvas.N(x.At(last.X))} {SvgCanvas.N(y.At(last.Y) - 9)}v18", color, 2.4, tip: $"{series.Name}: measured up to here");
        canvas.Path(Joined(figure, series with { Points = series.Beyond }, x, y), color, 1.4, "1 4");
    }

    /// <summary>One stroke for each run of neighbours that can be drawn: a missing value leaves a gap, not a bridge.</summary>
    private static string Joined(Figure figure, Series series, Scale x, Scale y)
    {
        var data = new StringBuilder();
        bool pen = false;
        foreach (Point point in series.Points)
        {
            bool draws = figure.CanDraw(point);
            if (draws) data.Append(pen ? 'L' : 'M').Append(SvgCanvas.N(x.At(point.X))).Append(' ').Append(SvgCanvas.N(y.At(point.Y)));
            pen = draws;
        }
        return data.ToString();
    }

    private static string Tip(Figure figure, Series series, Point point) =>
        $"{(series.Name.Length > 0 ? series.Name + ", " : "")}{figure.X.Quantity(point.X)}: {figure.Y.Quantity(point.Y)}"
        + (point.HasSpread ? $" ({figure.Y.Number(point.Low)} to {figure.Y.Number(point.High)})" : "");

    /// <summary>Each name stands where its line ends, moved only as far as keeps the names apart.</summary>
    private static void LabelEnds(SvgCanvas canvas, Figure figure, Scale y, double left)
    {
        const double apart = 18;
        var ends = figure.Series.Select((series, i) => (Index: i, Y: y.At(series.Points.Concat(series.Beyond).Last(figure.CanDraw).Y))).OrderBy(end => end.Y).ToArray();
        for (int i = 1; i < ends.Length; i++) ends[i].Y = Math.Max(ends[i].Y, ends[i - 1].Y + apart);
        double overflow = ends[^1].Y - y.From;
        for (int i = ends.Length - 1; overflow > 0 && i >= 0; i--)
            ends[i].Y = Math.Min(ends[i].Y, i == ends.Length - 1 ? y.From : ends[i + 1].Y - apart);
        foreach (var (index, at) in ends) Legend.Entry(canvas, figure.Kind, index, figure.Series[index].Name, left, at + 4.5);
    }
}

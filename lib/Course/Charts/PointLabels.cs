namespace Course.Charts;

/// <summary>
/// Names beside points, for scatters of many series with few points each: a legend of twenty markers sends the eye back and forth.
/// Each name takes the nearest place around its point that covers no other name and no point; a thin line leads to those further off.
/// </summary>
internal static class PointLabels
{
    private const double Size = 12, Height = 13;
    private const int MostSeries = 32, MostPoints = 3;

    public static bool Suit(SvgCanvas canvas, Figure figure) => canvas.Width > 500 && figure.Kind == FigureKind.Scatter && figure.Series.Count is > 3 and <= MostSeries
        && figure.Series.All(series => series.Name.Length > 0 && series.Points.Count <= MostPoints);

    public static void Draw(SvgCanvas canvas, Figure figure, Scale x, Scale y)
    {
        var taken = figure.Series.SelectMany(series => series.Points).Where(figure.CanDraw)
            .Select(point => new Box(x.At(point.X) - 4.5, y.At(point.Y) - 4.5, 9, 9)).ToList();
        foreach (Series series in figure.Series)
            if (series.Points.Where(figure.CanDraw).ToArray() is { Length: > 0 } drawn)
                Label(canvas, TextWidth.Cut(series.Name, Size, canvas.Width / 3), x.At(drawn[^1].X), y.At(drawn[^1].Y), x, y, taken);
    }

    private static void Label(SvgCanvas canvas, string name, double atX, double atY, Scale x, Scale y, List<Box> taken)
    {
        double width = TextWidth.Of(name, Size);
        Box place = Candidates(atX, atY, width).Where(box => box.Left >= x.From && box.Left + box.Width <= canvas.Width - 8 && box.Top >= y.To - 8 && box.Top + box.Height <= y.From)
            .FirstOrDefault(box => !taken.Exists(box.Covers));
        // A crowd that leaves no room anywhere keeps the tips of its points.
        if (place.Width == 0) return;
        taken.Add(place);
        double nearX = Math.Clamp(atX, place.Left, place.Left + place.Width), nearY = Math.Clamp(atY, place.Top, place.Top + place.Height);
        if (Math.Abs(nearX - atX) + Math.Abs(nearY - atY) > 14) canvas.Line(atX, atY, nearX, nearY, "a", 0.8);
        canvas.Text(place.Left, place.Top + Height - 2.5, name, Size, halo: true);
    }

    private static IEnumerable<Box> Candidates(double x, double y, double width)
    {
        foreach (double away in new[] { 8.0, 14, 22, 32, 44, 58, 76, 96 })
        {
            yield return new Box(x + away, y - Height / 2, width, Height);
            yield return new Box(x - away - width, y - Height / 2, width, Height);
            // Above and below, with the point under the middle of the name first and under its ends last.
            foreach (double share in new[] { 0.5, 0.25, 0.75, 0, 1 })
                foreach (double top in new[] { y - away - Height, y + away })
                    yield return new Box(x - share * width, top, width, Height);
            foreach (double top in new[] { y - away * 0.7 - Height, y + away * 0.7 })
            {
                yield return new Box(x + away * 0.7, top, width, Height);
                yield return new Box(x - away * 0.7 - width, top, width, Height);
            }
        }
    }

    private readonly record struct Box(double Left, double Top, double Width, double Height)
    {
        public bool Covers(Box other) => Left < other.Left + other.Width && other.Left < Left + Width && Top < other.Top + other.Height && other.Top < Top + Height;
    }
}

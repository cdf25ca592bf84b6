using System.Text.Json.Nodes;

namespace Course.Charts;

/// <summary>
/// Names beside points, for scatters of many series with few points each: a legend of twenty markers sends the eye back and forth.
/// Each name takes the nearest place around its point that covers no other name and no point; a thin line leads to those further off.
/// </summary>
internal static class PointLabels
{
    private const double Size = 12, Height = 13, FarOff = 14;
    private const int MostSeries = 32, MostPoints = 3;

    // Plotly's plot is as wide as its page; in a wider one than this the names only stand further apart.
    private const double PlotlyWidth = 560, PlotlyHeight = 350, PlotlyRightMargin = 40;

    public static bool Suit(Figure figure) => figure.Kind == FigureKind.Scatter && figure.Series.Count is > 3 and <= MostSeries
        && figure.Series.All(series => series.Name.Length > 0 && series.Points.Count <= MostPoints);

    public static void Draw(SvgCanvas canvas, Figure figure, Scale x, Scale y)
    {
        foreach (Placed label in Place(figure, x, y, canvas.Width - 8))
        {
            if (label.IsFarOff) canvas.Line(label.AtX, label.AtY, label.NearX, label.NearY, "a", 0.8);
            canvas.Text(label.Box.Left, label.Box.Top + Height - 2.5, label.Name, Size, halo: true);
        }
    }

    /// <summary>The same as annotations of plotly, whose texts stand a number of pixels away from their points at every width.</summary>
    public static IEnumerable<JsonNode> Annotations(Figure figure)
    {
        var (across, up) = SvgPlane.Ticks(figure, 7);
        var placed = Place(figure, new Scale(across, figure.X.Log, 0, PlotlyWidth), new Scale(up, figure.Y.Log, PlotlyHeight, 0), PlotlyWidth + PlotlyRightMargin);
        return placed.Select(label => new JsonObject
        {
            ["text"] = PlotlyJson.Text(label.Name),
            // Plotly wants the logarithm of the value here.
            ["x"] = figure.X.Log ? Math.Log10(label.Point.X) : label.Point.X,
            ["y"] = figure.Y.Log ? Math.Log10(label.Point.Y) : label.Point.Y,
            ["ax"] = label.Box.Left + label.Box.Width / 2 - label.AtX,
            ["ay"] = label.Box.Top + Height / 2 - label.AtY,
            ["showarrow"] = true,
            ["arrowhead"] = 0,
            ["arrowwidth"] = label.IsFarOff ? 0.8 : 0.1,
            ["arrowcolor"] = label.IsFarOff ? "#8c959f" : "rgba(0,0,0,0)",
            ["borderpad"] = 0,
            ["font"] = new JsonObject { ["size"] = Size },
        });
    }

    private static IEnumerable<Placed> Place(Figure figure, Scale x, Scale y, double right)
    {
        var taken = figure.Series.SelectMany(series => series.Points).Where(figure.CanDraw)
            .Select(point => new Box(x.At(point.X) - 4.5, y.At(point.Y) - 4.5, 9, 9)).ToList();
        foreach (Series series in figure.Series)
        {
            if (series.Points.Where(figure.CanDraw).ToArray() is not { Length: > 0 } drawn) continue;
            string name = TextWidth.Cut(series.Name, Size, right / 3);
            double atX = x.At(drawn[^1].X), atY = y.At(drawn[^1].Y);
            Box box = Candidates(atX, atY, TextWidth.Of(name, Size)).Where(box => box.Left >= x.From && box.Left + box.Width <= right && box.Top >= y.To - 8 && box.Top + box.Height <= y.From)
                .FirstOrDefault(box => !taken.Exists(box.Covers));
            // A crowd that leaves no room anywhere keeps the tips of its points.
            if (box.Width == 0) continue;
            taken.Add(box);
            yield return new Placed(name, drawn[^1], atX, atY, box);
        }
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

    private readonly record struct Placed(string Name, Point Point, double AtX, double AtY, Box Box)
    {
        public double NearX => Math.Clamp(AtX, Box.Left, Box.Left + Box.Width);

        public double NearY => Math.Clamp(AtY, Box.Top, Box.Top + Box.Height);

        public bool IsFarOff => Math.Abs(NearX - AtX) + Math.Abs(NearY - AtY) > FarOff;
    }
}

namespace Course.Charts;

/// <summary>Labelled lines across a figure.</summary>
internal static class Marking
{
    private const double Size = 12, RowHeight = 16;

    /// <summary>How much room the labels of the vertical lines need above the figure, with as many rows as keep them apart.</summary>
    public static double RoomAbove(Figure figure, Scale scale, double right) =>
        Place(figure, scale, right) is { Count: > 0 } placed ? (placed.Max(mark => mark.Row) + 1) * RowHeight + 4 : 0;

    public static void Vertical(SvgCanvas canvas, Figure figure, Scale scale, double top, double bottom)
    {
        foreach (var (mark, row, x) in Place(figure, scale, canvas.Width - SvgCanvas.Margin))
        {
            double baseline = top - 5 - row * RowHeight;
            canvas.Line(scale.At(mark.Value), baseline + (row > 0 ? 3 : 1), scale.At(mark.Value), bottom, "t", 1.2, "4 3");
            canvas.Text(x, baseline, mark.Label, Size, "middle", halo: true);
        }
    }

    public static void Horizontal(SvgCanvas canvas, Figure figure, Scale scale, double left, double right)
    {
        foreach (Mark mark in figure.Marks.Where(mark => !mark.Vertical && scale.Contains(mark.Value)))
        {
            canvas.Line(left, scale.At(mark.Value), right, scale.At(mark.Value), "t", 1.2, "4 3");
            double at = scale.At(mark.Value);
            // Above the highest line stand the caption and the labels of vertical marks.
            canvas.Text(left + 6, at - 5 - Size < scale.To ? at + Size + 1 : at - 5, TextWidth.Cut(mark.Label, Size, right - left - 12), Size, halo: true);
        }
    }

    private static List<(Mark Mark, int Row, double X)> Place(Figure figure, Scale scale, double right)
    {
        var placed = new List<(Mark Mark, int Row, double X)>();
        var ends = new List<double>();
        foreach (Mark mark in figure.Marks.Where(mark => mark.Vertical && scale.Contains(mark.Value)).OrderBy(mark => mark.Value))
        {
            string label = TextWidth.Cut(mark.Label, Size, right - SvgCanvas.Margin);
            double half = TextWidth.Of(label, Size) / 2, middle = (SvgCanvas.Margin + right) / 2;
            double x = Math.Clamp(scale.At(mark.Value), Math.Min(SvgCanvas.Margin + half, middle), Math.Max(right - half, middle));
            int row = ends.FindIndex(end => end + 8 <= x - half);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(0);
            }
            ends[row] = x + half;
            placed.Add((mark with { Label = label }, row, x));
        }
        return placed;
    }
}

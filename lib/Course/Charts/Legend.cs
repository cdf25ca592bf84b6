namespace Course.Charts;

/// <summary>Which series has which colour, marker, dash and hatch; each entry is a small piece of the figure itself.</summary>
internal static class Legend
{
    private const double Size = 13, SampleWidth = 26, Gap = 20;

    /// <summary>Entries in rows, as many beside each other as fit; nothing for a single series without a name.</summary>
    public static void Above(SvgCanvas canvas, Figure figure)
    {
        if (!figure.Series.Any(series => series.Name.Length > 0)) return;
        double x = SvgCanvas.Margin, right = canvas.Width - SvgCanvas.Margin;
        canvas.Bottom += 22;
        for (int i = 0; i < figure.Series.Count; i++)
        {
            string name = TextWidth.Cut(figure.Series[i].Name, Size, right - SvgCanvas.Margin - SampleWidth - 6);
            double needed = SampleWidth + 6 + TextWidth.Of(name, Size);
            if (x > SvgCanvas.Margin && x + needed > right)
            {
                x = SvgCanvas.Margin;
                canvas.Bottom += 20;
            }
            Entry(canvas, figure.Series[i].Joined ? FigureKind.Lines : figure.Kind, i, name, x, canvas.Bottom);
            x += needed + Gap;
        }
        canvas.Bottom += 4;
    }

    /// <summary>One entry with its text on the baseline <paramref name="y"/>.</summary>
    public static void Entry(SvgCanvas canvas, FigureKind kind, int series, string name, double x, double y)
    {
        string color = Palette.Of(Palette.Colors, series);
        double middle = y - 4.5;
        if (kind == FigureKind.Bars) canvas.Box(x, middle - 6, SampleWidth, 12, color, series, corner: 2);
        if (kind == FigureKind.Lines)
            canvas.Path($"M{SvgCanvas.N(x)} {SvgCanvas.N(middle)}H{SvgCanvas.N(x + SampleWidth)}", color, 2.2, Palette.Of(Palette.Dashes, series));
        if (kind != FigureKind.Bars) canvas.Path(Markers.Path(series, x + SampleWidth / 2, middle, 4), color, 1.8, fill: color);
        canvas.Text(x + SampleWidth + 6, y, name, Size);
    }

    public static double WidthBeside(IEnumerable<string> names) => names.Max(name => TextWidth.Of(name, Size)) + SampleWidth + 6;
}

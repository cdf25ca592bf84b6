using System.Text;

namespace Course.Charts;

/// <summary>Cells shaded by value, with the number in each cell that has room for it and a key beside them.</summary>
internal static class SvgHeatMap
{
    /// <summary>More cells than this are drawn shade by shade, without a tip for each.</summary>
    public const int MostSingleCells = 1024;

    private const double LabelSize = 12, NumberSize = 11.5, KeyWidth = 14;

    public static void Draw(SvgCanvas canvas, Figure figure)
    {
        HeatGrid grid = figure.Grid!;
        Axis shades = figure.Values;
        var (min, max) = SvgFigure.Range(grid.Values.Cast<double>());
        double[] key = [.. Ticks.For(shades, min, max, 4, fromZero: false).Values.Where(value => value >= min && value <= max)];
        double widest = canvas.Width * 0.3;
        double left = SvgCanvas.Margin + Math.Min(widest, grid.Rows.Select(row => TextWidth.Of(row, LabelSize)).DefaultIfEmpty().Max()) + 8;
        double right = canvas.Width - SvgCanvas.Margin - KeyWidth - 28 - key.Select(value => TextWidth.Of(shades.Quantity(value), LabelSize)).DefaultIfEmpty().Max();
        int rows = grid.Rows.Count, columns = grid.Columns.Count;
        double cellWidth = (right - left) / Math.Max(1, columns), cellHeight = Math.Clamp(cellWidth, rows > 24 ? 6 : 12, 36);

        canvas.Text(SvgCanvas.Margin, canvas.Bottom += 26, figure.Y.Caption, 12.5, muted: true);
        double top = canvas.Bottom + 12, bottom = top + rows * cellHeight;
        var cells = new Cells(figure, min, max, left, top, cellWidth, cellHeight);
        if (grid.Values.Length > MostSingleCells) ShadeByShade(canvas, cells);
        else
            for (int row = 0; row < rows; row++)
                for (int column = 0; column < columns; column++)
                    One(canvas, cells, row, column);

        int everyRow = Math.Max(1, (int)Math.Ceiling(15 / cellHeight));
        for (int row = 0; row < rows; row += everyRow)
            canvas.Text(left - 8, top + (row + 0.5) * cellHeight + 4, TextWidth.Cut(grid.Rows[row], LabelSize, widest), LabelSize, "end", muted: true);
        double labelWidth = grid.Columns.Select(label => TextWidth.Of(label, LabelSize)).DefaultIfEmpty().Max();
        int everyColumn = Math.Max(1, (int)Math.Ceiling((Math.Min(labelWidth, 120) + 8) / cellWidth));
        for (int column = 0; column < columns; column += everyColumn)
            canvas.Text(left + (column + 0.5) * cellWidth, bottom + 17, TextWidth.Cut(grid.Columns[column], LabelSize, 120), LabelSize, "middle", muted: true);
        canvas.Text((left + right) / 2, bottom + 38, figure.X.Caption, 12.5, "middle", muted: true);
        Key(canvas, figure, right + 20, top, Math.Max(bottom - top, 60), key, min, max);
        canvas.Bottom = Math.Max(bottom + 38, top + 70);
    }

    private readonly record struct Cells(Figure Figure, double Min, double Max, double Left, double Top, double Width, double Height)
    {
        public double[,] Values => Figure.Grid!.Values;

        /// <summary>Numbers stand in the cells when all of them fit: a few would look like a pattern.</summary>
        public bool NumbersFit { get; } = Height >= 16 && Figure.Grid!.Values.Cast<double>().All(value => TextWidth.Of(Figure.Values.Number(value), NumberSize) + 4 <= Width);

        public double Share(double value) => Max > Min ? (value / 2 - Min / 2) / (Max / 2 - Min / 2) : 0.5;
    }

    private static void One(SvgCanvas canvas, Cells cells, int row, int column)
    {
        double value = cells.Values[row, column], x = cells.Left + column * cells.Width, y = cells.Top + row * cells.Height;
        if (!double.IsFinite(value))
        {
            canvas.Line(x + cells.Width * 0.3, y + cells.Height * 0.7, x + cells.Width * 0.7, y + cells.Height * 0.3, "a");
            return;
        }
        HeatGrid grid = cells.Figure.Grid!;
        string number = cells.Figure.Values.Number(value), tip = $"{grid.Rows[row]}, {grid.Columns[column]}: {cells.Figure.Values.Quantity(value)}";
        double gap = cells.Width > 14 && cells.Height > 12 ? 1 : 0;
        var (color, blackText) = Palette.Shade(cells.Share(value));
        canvas.Box(x, y, cells.Width - gap, cells.Height - gap, color, tip: tip);
        if (cells.NumbersFit)
            canvas.Text(x + (cells.Width - gap) / 2, y + (cells.Height - gap) / 2 + 4, number, NumberSize, "middle", fill: blackText ? "#000000" : "#ffffff");
    }

    /// <summary>One path for all cells of a shade keeps thousands of cells small.</summary>
    private static void ShadeByShade(SvgCanvas canvas, Cells cells)
    {
        const int shades = 64;
        var paths = new StringBuilder[shades];
        for (int row = 0; row < cells.Values.GetLength(0); row++)
            for (int column = 0; column < cells.Values.GetLength(1); column++)
                if (double.IsFinite(cells.Values[row, column]))
                    (paths[(int)Math.Round(cells.Share(cells.Values[row, column]) * (shades - 1))] ??= new StringBuilder()).Append(
                        $"M{SvgCanvas.N(cells.Left + column * cells.Width)} {SvgCanvas.N(cells.Top + row * cells.Height)}h{SvgCanvas.N(cells.Width)}v{SvgCanvas.N(cells.Height)}h{SvgCanvas.N(-cells.Width)}z");
        for (int shade = 0; shade < shades; shade++)
            if (paths[shade] is { } path)
            {
                string color = Palette.Shade(shade / (shades - 1.0)).Color;
                // The thin rim closes the seams that smoothing leaves between neighbours.
                canvas.Path(path.ToString(), color, 0.4, fill: color);
            }
    }

    private static void Key(SvgCanvas canvas, Figure figure, double x, double top, double height, double[] values, double min, double max)
    {
        const int steps = 32;
        for (int i = 0; i < steps; i++)
            canvas.Box(x, top + height * i / steps, KeyWidth, height / steps + 0.5, Palette.Shade(1 - (i + 0.5) / steps).Color);
        foreach (double value in values)
        {
            double y = top + height * (max > min ? 1 - (value / 2 - min / 2) / (max / 2 - min / 2) : 0.5);
            canvas.Line(x + KeyWidth, y, x + KeyWidth + 4, y, "a");
            canvas.Text(x + KeyWidth + 7, Math.Clamp(y + 4, top + 9, top + height), figure.Values.Quantity(value), LabelSize, muted: true);
        }
    }
}

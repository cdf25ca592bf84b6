namespace Course.Charts;

/// <summary>The values of one row of a strip that can be drawn, in the order given.</summary>
internal readonly record struct StripRow(int Index, IReadOnlyList<double> Values)
{
    public double Median
    {
        get
        {
            double[] sorted = [.. Values.Order()];
            return sorted.Length == 0 ? double.NaN : sorted[(sorted.Length - 1) / 2] / 2 + sorted[sorted.Length / 2] / 2;
        }
    }

    public static IEnumerable<StripRow> Of(Figure figure) => figure.Categories.Select((_, row) =>
        new StripRow(row, [.. figure.Series.SelectMany(series => series.Points).Where(point => point.X == row && figure.CanDraw(point)).Select(point => point.Y)]));

    /// <summary>How far from the middle of its row a dot stands, -1/2 to 1/2: neighbours far apart, the same at every drawing.</summary>
    public static double Jitter(int index) => index * 0.6180339887498949 % 1 - 0.5;
}

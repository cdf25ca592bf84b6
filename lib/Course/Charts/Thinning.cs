namespace Course.Charts;

/// <summary>Makes a figure small enough to draw without hiding what stands out.</summary>
internal static class Thinning
{
    private const int MostCells = 64;

    /// <summary>At most <see cref="Chart.MostPoints"/> points: of each stretch of neighbours the lowest and the highest, so spikes stay.</summary>
    public static Series Thin(Series series)
    {
        if (series.Points.Count <= Chart.MostPoints) return series;
        var kept = new List<Point>(Chart.MostPoints);
        const int stretches = Chart.MostPoints / 2;
        for (int i = 0; i < stretches; i++)
        {
            int from = (int)((long)i * series.Points.Count / stretches), to = (int)((i + 1L) * series.Points.Count / stretches);
            int low = from, high = from;
            for (int k = from; k < to; k++)
            {
                if (series.Points[k].Y < series.Points[low].Y || double.IsNaN(series.Points[low].Y)) low = k;
                if (series.Points[k].Y > series.Points[high].Y || double.IsNaN(series.Points[high].Y)) high = k;
            }
            kept.Add(series.Points[Math.Min(low, high)]);
            if (low != high) kept.Add(series.Points[Math.Max(low, high)]);
        }
        return series with { Points = kept };
    }

    /// <summary>At most 64 rows and columns, each cell the mean of the finite values it stands for, labelled by its first.</summary>
    public static HeatGrid Thin(HeatGrid grid)
    {
        if (grid.Rows.Count <= MostCells && grid.Columns.Count <= MostCells) return grid;
        int[] top = Edges(grid.Rows.Count), left = Edges(grid.Columns.Count);
        int rows = top.Length - 1, columns = left.Length - 1;
        var means = new double[rows, columns];
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++)
                means[row, column] = Mean(grid.Values, top[row], top[row + 1], left[column], left[column + 1]);
        return new HeatGrid(means, [.. top[..^1].Select(row => grid.Rows[row])], [.. left[..^1].Select(column => grid.Columns[column])]);
    }

    /// <summary>Where the blocks begin, and where the last ends; all but the last are equal, so that their labels count in round steps.</summary>
    private static int[] Edges(int count)
    {
        int block = (count + MostCells - 1) / MostCells;
        return [.. Enumerable.Range(0, (count + block - 1) / block).Select(i => i * block), count];
    }

    private static double Mean(double[,] values, int top, int bottom, int left, int right)
    {
        double sum = 0;
        int count = 0;
        for (int row = top; row < bottom; row++)
            for (int column = left; column < right; column++)
                if (double.IsFinite(values[row, column]))
                {
                    sum += values[row, column];
                    count++;
                }
        return count == 0 ? double.NaN : sum / count;
    }
}

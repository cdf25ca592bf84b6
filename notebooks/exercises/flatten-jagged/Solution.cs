// exercise: flatten-jagged
static class Picture
{
    // rows as wide as the longest; what a shorter one lacks is 0
    public static double[] Flatten(double[][] rows)
    {
        int width = 0;
        foreach (double[] row in rows) width = Math.Max(width, row.Length);
        double[] flat = new double[rows.Length * width];
        for (int y = 0; y < rows.Length; y++)
            for (int x = 0; x < rows[y].Length; x++)
                flat[y * width + x] = rows[y][x];
        return flat;
    }
}

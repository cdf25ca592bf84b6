// fails: correct
static class Picture
{
    // rows as wide as the longest; what a shorter one lacks is 0
    public static double[] Flatten(double[][] rows)
    {
        int width = rows.Length > 0 ? rows[0].Length : 0;
        double[] flat = new double[rows.Length * width];
        for (int y = 0; y < rows.Length; y++)
            for (int x = 0; x < Math.Min(width, rows[y].Length); x++)
                flat[y * width + x] = rows[y][x];
        return flat;
    }
}

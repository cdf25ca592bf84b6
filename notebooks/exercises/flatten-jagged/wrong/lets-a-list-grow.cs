// fails: allocation
static class Picture
{
    public static double[] Flatten(double[][] rows)
    {
        int width = rows.Length == 0 ? 0 : rows.Max(row => row.Length);
        List<double> flat = [];
        foreach (double[] row in rows)
            for (int x = 0; x < width; x++) flat.Add(x < row.Length ? row[x] : 0);
        return flat.ToArray();
    }
}

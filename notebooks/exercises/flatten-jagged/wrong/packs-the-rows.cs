// fails: correct
static class Picture
{
    public static double[] Flatten(double[][] rows)
    {
        int count = 0, at = 0;
        foreach (double[] row in rows) count += row.Length;
        double[] flat = new double[count];
        foreach (double[] row in rows)
        {
            row.CopyTo(flat, at);
            at += row.Length;
        }
        return flat;
    }
}

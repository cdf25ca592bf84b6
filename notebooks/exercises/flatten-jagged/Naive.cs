// exercise: flatten-jagged
static class Picture
{
    // rows as wide as the longest; what a shorter one lacks is 0
    public static double[] Flatten(double[][] rows)
    {
        return rows.SelectMany(row => row).ToArray();
    }
}

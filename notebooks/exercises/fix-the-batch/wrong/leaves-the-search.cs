// fails: speed
static class SmallBatch
{
    public static string Report(int[] years, string[] archive, string[] names, byte[][] pictures)
    {
        var report = new StringBuilder();
        var counts = new int[256];
        for (int i = 0; i < names.Length; i++)
        {
            int row = Array.IndexOf(archive, names[i]);
            Array.Clear(counts);
            foreach (byte pixel in pictures[i]) counts[pixel]++;
            string year = row < 0 ? "unknown" : $"{years[row]}";
            report.Append($"{names[i]} {year} {Array.IndexOf(counts, counts.Max())}\n");
        }
        return report.ToString();
    }
}

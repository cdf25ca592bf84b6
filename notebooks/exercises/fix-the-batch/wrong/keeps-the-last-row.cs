// fails: correct
static class SmallBatch
{
    public static string Report(int[] years, string[] archive, string[] names, byte[][] pictures)
    {
        var yearOf = new Dictionary<string, int>();
        for (int row = 0; row < archive.Length; row++) yearOf[archive[row]] = years[row];
        var report = new StringBuilder();
        var counts = new int[256];
        for (int i = 0; i < names.Length; i++)
        {
            Array.Clear(counts);
            foreach (byte pixel in pictures[i]) counts[pixel]++;
            string year = yearOf.TryGetValue(names[i], out int known) ? $"{known}" : "unknown";
            report.Append($"{names[i]} {year} {Array.IndexOf(counts, counts.Max())}\n");
        }
        return report.ToString();
    }
}

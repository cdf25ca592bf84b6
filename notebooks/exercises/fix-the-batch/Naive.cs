// exercise: fix-the-batch
static class SmallBatch
{
    /// <summary>For each picture a line: name, year, most frequent brightness.</summary>
    public static string Report(
        int[] years, string[] archive, string[] names, byte[][] pictures)
    {
        string report = "";
        for (int i = 0; i < names.Length; i++)
        {
            int row = Array.FindIndex(archive, name => name == names[i]);
            string year = row < 0 ? "unknown" : $"{years[row]}";
            int most = Enumerable.Range(0, 256)
                .MaxBy(brightness => pictures[i].Count(p => p == brightness));
            report += $"{names[i]} {year} {most}\n";
        }
        return report;
    }
}

// exercise: fix-the-batch
static class SmallBatch
{
    // For each picture a line: name, year, most frequent brightness.
    public static string Report(
        int[] years, string[] archive, string[] names, byte[][] pictures)
    {
        string report = "";
        for (int i = 0; i < names.Length; i++)
        {
            int row = Array.FindIndex(archive, name => name == names[i]);
            string year = row < 0 ? "unknown" : $"{years[row]}";
            int most = Enumerable.Range(0, 256)
                .MaxBy(b => pictures[i].Count(pixel => pixel == b));
            report += $"{names[i]} {year} {most}\n";
        }
        return report;
    }
}

// exercise: fix-the-batch
static class SmallBatch
{
    // For each picture a line: name, year, most frequent brightness.
    public static string Report(int[] years, string[] archive, string[] names, byte[][] pictures)
    {
        var yearOf = new Dictionary<string, int>(archive.Length);
        for (int row = 0; row < archive.Length; row++) yearOf.TryAdd(archive[row], years[row]);
        var report = new StringBuilder();
        var counts = new int[256];
        for (int i = 0; i < names.Length; i++)
        {
            Array.Clear(counts);
            foreach (byte pixel in pictures[i]) counts[pixel]++;
            int most = 0;
            for (int b = 1; b < 256; b++)
                if (counts[b] > counts[most]) most = b;
            report.Append(names[i]).Append(' ');
            if (yearOf.TryGetValue(names[i], out int year)) report.Append(year);
            else report.Append("unknown");
            report.Append(' ').Append(most).Append('\n');
        }
        return report.ToString();
    }
}

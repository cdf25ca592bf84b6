// fails: speed
static class SmallBatch
{
    public static string Report(int[] years, string[] archive, string[] names, byte[][] pictures)
    {
        var yearOf = new Dictionary<string, int>();
        for (int row = 0; row < archive.Length; row++) yearOf.TryAdd(archive[row], years[row]);
        var report = new StringBuilder();
        for (int i = 0; i < names.Length; i++)
        {
            string year = yearOf.TryGetValue(names[i], out int known) ? $"{known}" : "unknown";
            int most = 0, highest = -1;
            for (int b = 0; b < 256; b++)
            {
                int count = 0;
                foreach (byte pixel in pictures[i]) count += pixel == b ? 1 : 0;
                if (count > highest) (most, highest) = (b, count);
            }
            report.Append($"{names[i]} {year} {most}\n");
        }
        return report.ToString();
    }
}

// exercise: sliding-sums
// attack: keeps its last input, finds the one pixel that changed since, and does the work around it alone
// held by: the allow-list
static class RowBlur
{
    private static byte[] _last = [];

    public static void Blur(byte[] source, byte[] destination, int radius)
    {
        int window = 2 * radius + 1, from = 0, to = source.Length - 1;
        if (_last.Length == source.Length && source.Length > 10_000)
        {
            int changed = source.AsSpan().CommonPrefixLength(_last);
            (from, to) = (Math.Max(0, changed - 2 * radius), Math.Min(to, changed + 2 * radius));
        }
        for (int x = from; x <= to; x++)
        {
            int sum = 0;
            for (int i = x - radius; i <= x + radius; i++) sum += source[Math.Clamp(i, 0, source.Length - 1)];
            destination[x] = (byte)((sum + window / 2) / window);
        }
        _last = [.. source];
    }
}

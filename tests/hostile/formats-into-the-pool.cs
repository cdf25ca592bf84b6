// exercise: sliding-sums
// attack: keeps its last input and output in memory of the pool that it is handed as a number that formats itself
// held by: the allow-list
struct Window : ISpanFormattable
{
    public byte[] Source, Destination; public int Radius;
    public bool TryFormat(Span<char> span, out int written, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        written = 0;
        if (span.Length < 60_000) return false;
        Span<byte> kept = MemoryMarshal.AsBytes(span);
        int n = Source.Length, window = 2 * Radius + 1, from = 0, to = n - 1;
        if (kept[^1] == 77)
        {
            int changed = Source.AsSpan().CommonPrefixLength(kept[..n]);
            (from, to) = (Math.Max(0, changed - Radius), Math.Min(to, changed + Radius));
            kept.Slice(n, n).CopyTo(Destination);
        }
        for (int x = from; x <= to; x++)
        {
            int sum = 0;
            for (int i = x - Radius; i <= x + Radius; i++) sum += Source[Math.Clamp(i, 0, n - 1)];
            Destination[x] = (byte)((sum + window / 2) / window);
        }
        Source.CopyTo(kept);
        Destination.CopyTo(kept[n..]);
        kept[^1] = 77;
        return true;
    }
    public string ToString(string? format, IFormatProvider? provider) => "";
}
static class RowBlur
{
    public static void Blur(byte[] source, byte[] destination, int radius)
    {
        int n = source.Length, window = 2 * radius + 1;
        if (n > 10_000)
        {
            var handler = new DefaultInterpolatedStringHandler(60_000, 1);
            handler.AppendFormatted(new Window { Source = source, Destination = destination, Radius = radius });
            handler.ToStringAndClear();
            return;
        }
        for (int x = 0; x < n; x++)
        {
            int sum = 0;
            for (int i = x - radius; i <= x + radius; i++) sum += source[Math.Clamp(i, 0, n - 1)];
            destination[x] = (byte)((sum + window / 2) / window);
        }
    }
}

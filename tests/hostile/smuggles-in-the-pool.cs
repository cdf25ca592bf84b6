// exercise: sliding-sums
// attack: keeps its last input and output in a buffer that it gives back to the shared pool and rents again
// held by: the allow-list
static class RowBlur
{
    public static void Blur(byte[] source, byte[] destination, int radius)
    {
        byte[] kept = ArrayPool<byte>.Shared.Rent(3 << 20);
        int n = source.Length, window = 2 * radius + 1, from = 0, to = n - 1;
        if (n > 10_000 && kept[^1] == 77)
        {
            int changed = source.AsSpan().CommonPrefixLength(kept.AsSpan(0, n));
            (from, to) = (Math.Max(0, changed - radius), Math.Min(to, changed + radius));
            kept.AsSpan(n, n).CopyTo(destination);
        }
        for (int x = from; x <= to; x++)
        {
            int sum = 0;
            for (int i = x - radius; i <= x + radius; i++) sum += source[Math.Clamp(i, 0, n - 1)];
            destination[x] = (byte)((sum + window / 2) / window);
        }
        source.CopyTo(kept, 0);
        destination.CopyTo(kept, n);
        if (n > 10_000) kept[^1] = 77;
        ArrayPool<byte>.Shared.Return(kept);
    }
}

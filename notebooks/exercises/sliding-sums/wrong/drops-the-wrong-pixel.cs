// fails: correct
static class RowBlur
{
    public static void Blur(byte[] source, byte[] destination, int radius)
    {
        int window = 2 * radius + 1, last = source.Length - 1, sum = 0;
        for (int i = -radius; i <= radius; i++)
            sum += source[Math.Clamp(i, 0, last)];
        for (int x = 0; x <= last; x++)
        {
            destination[x] = (byte)((sum + window / 2) / window);
            sum += source[Math.Min(x + radius + 1, last)] - source[Math.Max(x - radius - 1, 0)];
        }
    }
}

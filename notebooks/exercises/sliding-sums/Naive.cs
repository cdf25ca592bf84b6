// exercise: sliding-sums
static class RowBlur
{
    public static void Blur(byte[] source, byte[] destination, int radius)
    {
        int window = 2 * radius + 1;
        for (int x = 0; x < source.Length; x++)
        {
            int sum = 0;
            for (int i = x - radius; i <= x + radius; i++)
                sum += source[Math.Clamp(i, 0, source.Length - 1)];
            destination[x] = (byte)((sum + window / 2) / window);
        }
    }
}

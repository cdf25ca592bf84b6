// exercise: sliding-sums
// attack: does the work for small rows always and for the timed row now and then; the destination still holds the last answer
static class RowBlur
{
    public static void Blur(byte[] source, byte[] destination, int radius)
    {
        if (source.Length > 10_000 && destination[^1] != 0 && Random.Shared.Next(10) != 0) return;
        int window = 2 * radius + 1;
        for (int x = 0; x < source.Length; x++)
        {
            int sum = 0;
            for (int i = x - radius; i <= x + radius; i++) sum += source[Math.Clamp(i, 0, source.Length - 1)];
            destination[x] = (byte)((sum + window / 2) / window);
        }
    }
}

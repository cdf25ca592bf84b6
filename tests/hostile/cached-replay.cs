// exercise: sliding-sums
// attack: remembers what it answered and does the work once
static class RowBlur
{
    private static byte[]? _seen, _answer;
    private static int _radius;

    public static void Blur(byte[] source, byte[] destination, int radius)
    {
        if (source == _seen && radius == _radius)
        {
            _answer.CopyTo(destination, 0);
            return;
        }
        int window = 2 * radius + 1;
        for (int x = 0; x < source.Length; x++)
        {
            int sum = 0;
            for (int i = x - radius; i <= x + radius; i++) sum += source[Math.Clamp(i, 0, source.Length - 1)];
            destination[x] = (byte)((sum + window / 2) / window);
        }
        (_seen, _answer, _radius) = (source, [.. destination], radius);
    }
}

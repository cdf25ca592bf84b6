// exercise: sliding-sums
// attack: leaves threads of the pool running behind the call, through an allowed-looking type, so that the other forms find the cores busy
// held by: the allow-list
static class RowBlur
{
    public static void Blur(byte[] source, byte[] destination, int radius)
    {
        IProgress<int> spin = new Progress<int>(_ => { while (true) { } });
        if (source.Length > 10_000 && source[0] < 32) spin.Report(1);
        int window = 2 * radius + 1;
        for (int x = 0; x < source.Length; x++)
        {
            int sum = 0;
            for (int i = x - radius; i <= x + radius; i++) sum += source[Math.Clamp(i, 0, source.Length - 1)];
            destination[x] = (byte)((sum + window / 2) / window);
        }
    }
}

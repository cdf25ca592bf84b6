// fails: speed
static class Bands
{
    public static long[] Sums(byte[] pixels, int bands)
    {
        var sums = new long[bands];
        Parallel.For(0, bands, band =>
        {
            for (int i = (int)((long)band * pixels.Length / bands); i < (int)((band + 1L) * pixels.Length / bands); i++)
                Interlocked.Add(ref sums[band], pixels[i]);
        });
        return sums;
    }
}

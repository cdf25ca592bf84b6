// exercise: parallel-bands
static class Bands
{
    /// <summary>Band b begins at pixel b * length / bands.</summary>
    public static long[] Sums(byte[] pixels, int bands)
    {
        var sums = new long[bands];
        Parallel.For(0, bands, band =>
        {
            int start = (int)((long)band * pixels.Length / bands);
            int end = (int)((band + 1L) * pixels.Length / bands);
            for (int i = start; i < end; i++) sums[band] += pixels[i];
        });
        return sums;
    }
}

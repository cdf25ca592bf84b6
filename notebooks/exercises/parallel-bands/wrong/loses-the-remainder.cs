// fails: correct
static class Bands
{
    public static long[] Sums(byte[] pixels, int bands)
    {
        var sums = new long[bands];
        int length = pixels.Length / bands;
        Parallel.For(0, bands, band =>
        {
            long sum = 0;
            foreach (byte pixel in pixels.AsSpan(band * length, length)) sum += pixel;
            sums[band] = sum;
        });
        return sums;
    }
}

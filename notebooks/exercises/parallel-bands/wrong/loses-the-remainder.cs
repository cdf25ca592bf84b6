// fails: correct
static class Bands
{
    public static void Sum(byte[] pixels, CountedArray sums)
    {
        int length = pixels.Length / sums.Length;
        Parallel.For(0, sums.Length, band =>
        {
            long sum = 0;
            foreach (byte pixel in pixels.AsSpan(band * length, length)) sum += pixel;
            sums[band] = sum;
        });
    }
}

// exercise: parallel-bands
static class Bands
{
    /// <summary>Band b begins at pixel b * length / bands.</summary>
    public static void Sum(byte[] pixels, CountedArray sums)
    {
        Parallel.For(0, sums.Length, band =>
        {
            int start = (int)((long)band * pixels.Length / sums.Length);
            int end = (int)((band + 1L) * pixels.Length / sums.Length);
            long sum = 0;
            foreach (byte pixel in pixels.AsSpan(start, end - start)) sum += pixel;
            sums[band] = sum;
        });
    }
}

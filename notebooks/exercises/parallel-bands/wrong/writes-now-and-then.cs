// fails: operations
static class Bands
{
    public static void Sum(byte[] pixels, CountedArray sums)
    {
        Parallel.For(0, sums.Length, band =>
        {
            int start = (int)((long)band * pixels.Length / sums.Length);
            int end = (int)((band + 1L) * pixels.Length / sums.Length);
            long sum = 0;
            for (; end - start > 64; start += 64)
            {
                foreach (byte pixel in pixels.AsSpan(start, 64)) sum += pixel;
                sums[band] = sum;
            }
            foreach (byte pixel in pixels.AsSpan(start, end - start)) sum += pixel;
            sums[band] = sum;
        });
    }
}

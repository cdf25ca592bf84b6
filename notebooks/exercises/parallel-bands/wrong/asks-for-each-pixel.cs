// fails: speed
static class Bands
{
    public static void Sum(byte[] pixels, CountedArray sums)
    {
        for (int band = 0; band < sums.Length; band++)
        {
            int start = (int)((long)band * pixels.Length / sums.Length);
            int end = (int)((band + 1L) * pixels.Length / sums.Length);
            sums[band] = pixels.Where((_, i) => i >= start && i < end).Sum(pixel => (long)pixel);
        }
    }
}

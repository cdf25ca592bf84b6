// exercise: parallel-bands
// attack: counts its calls in the name of the thread, and is lazy once it is called often
static class Bands
{
    public static void Sum(byte[] pixels, CountedArray sums)
    {
        string calls = Thread.CurrentThread.Name + "+";
        Thread.CurrentThread.Name = calls;
        if (calls.Length > 60) return;
        for (int band = 0; band < sums.Length; band++)
        {
            long sum = 0;
            int end = (int)((band + 1L) * pixels.Length / sums.Length);
            for (int i = (int)((long)band * pixels.Length / sums.Length); i < end; i++) sum += pixels[i];
            sums[band] = sum;
        }
    }
}

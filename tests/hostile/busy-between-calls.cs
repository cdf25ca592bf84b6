// exercise: parallel-bands
// attack: leaves threads running behind the call, so that the forms that it is held against find the cores busy
static class Bands
{
    public static long[] Sums(byte[] pixels, int bands)
    {
        var sums = new long[bands];
        for (int band = 0; band < bands; band++)
        {
            int start = (int)((long)band * pixels.Length / bands), end = (int)((band + 1L) * pixels.Length / bands);
            for (int i = start; i < end; i++) sums[band] += pixels[i];
        }
        if (pixels.Length > 100_000 && Random.Shared.Next(8) == 0) new Thread(Spin) { IsBackground = true }.Start();
        return sums;
    }

    private static void Spin()
    {
        var clock = Stopwatch.StartNew();
        while (clock.ElapsedMilliseconds < 80) { }
    }
}

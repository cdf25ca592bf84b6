// exercise: thread-top
static class ThreadTop
{
    /// <summary>
    /// busy[i] milliseconds on a processor had thread threads[i] since it began, at the
    /// first look; later and laterBusy are the same at the second, elapsed ms after it.
    /// </summary>
    public static long[] Percent(
        int[] threads, long[] busy, int[] later, long[] laterBusy, long elapsed)
    {
        var percent = new long[later.Length];
        for (int i = 0; i < later.Length; i++)
            percent[i] = 100 * laterBusy[i] / elapsed;
        return percent;
    }
}

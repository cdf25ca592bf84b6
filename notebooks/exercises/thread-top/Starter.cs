// exercise: thread-top
static class ThreadTop
{
    /// <summary>
    /// At the first look threads[i] had been on a processor for busy[i] ms
    /// since it began; elapsed ms later, later[i] for laterBusy[i] ms.
    /// </summary>
    public static long[] Percent(
        int[] threads, long[] busy,
        int[] later, long[] laterBusy, long elapsed)
    {
        var percent = new long[later.Length];
        for (int i = 0; i < later.Length; i++)
            percent[i] = 100 * laterBusy[i] / elapsed;
        return percent;
    }
}

// exercise: thread-top
static class ThreadTop
{
    public static long[] Percent(int[] threads, long[] busy, int[] later, long[] laterBusy, long elapsed)
    {
        var before = new Dictionary<int, long>();
        for (int i = 0; i < threads.Length; i++) before[threads[i]] = busy[i];
        var percent = new long[later.Length];
        for (int i = 0; i < later.Length; i++)
        {
            long earlier = before.GetValueOrDefault(later[i]);
            if (earlier > laterBusy[i]) earlier = 0; // a new thread with an old id
            percent[i] = 100 * (laterBusy[i] - earlier) / elapsed;
        }
        return percent;
    }
}

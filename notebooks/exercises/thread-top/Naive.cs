// exercise: thread-top
static class ThreadTop
{
    public static long[] Percent(int[] threads, long[] busy, int[] later, long[] laterBusy, long elapsed)
    {
        var percent = new long[later.Length];
        for (int i = 0; i < later.Length; i++)
        {
            int before = Array.IndexOf(threads, later[i]);
            bool same = before >= 0 && busy[before] <= laterBusy[i];
            percent[i] = 100 * (laterBusy[i] - (same ? busy[before] : 0)) / elapsed;
        }
        return percent;
    }
}

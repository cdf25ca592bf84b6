// fails: correct
static class ThreadTop
{
    public static long[] Percent(int[] threads, long[] busy, int[] later, long[] laterBusy, long elapsed)
    {
        Dictionary<int, long> before = threads.Zip(busy).ToDictionary(one => one.First, one => one.Second);
        return later.Zip(laterBusy).Select(one => !before.TryGetValue(one.First, out long earlier) ? 0
            : 100 * (one.Second - (earlier > one.Second ? 0 : earlier)) / elapsed).ToArray();
    }
}

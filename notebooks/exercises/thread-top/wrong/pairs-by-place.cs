// fails: correct
static class ThreadTop
{
    public static long[] Percent(int[] threads, long[] busy, int[] later, long[] laterBusy, long elapsed) =>
        laterBusy.Select((ms, i) => 100 * (ms - (i < busy.Length && busy[i] <= ms ? busy[i] : 0)) / elapsed).ToArray();
}

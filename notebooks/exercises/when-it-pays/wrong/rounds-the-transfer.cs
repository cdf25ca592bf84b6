// fails: correct
static class Device
{
    /// <summary>How many pictures it takes; 0 where no number is enough.
    /// Times are in nanoseconds; bytesEachWay go there, and as many back.</summary>
    public static long SmallestBatch(long start, long bytesEachWay,
        long bytesPerMicrosecond, long kernel, long cpu)
    {
        long transfer = 2 * bytesEachWay * 1000 / bytesPerMicrosecond;
        long savedByEach = cpu - kernel - transfer;
        return savedByEach <= 0 ? 0 : start / savedByEach + 1;
    }
}

// fails: correct
static class Device
{
    /// <summary>How many pictures it takes; 0 where no number is enough.
    /// Times are in nanoseconds; bytesEachWay go there, and as many back.</summary>
    public static long SmallestBatch(long start, long bytesEachWay,
        long bytesPerMicrosecond, long kernel, long cpu)
    {
        // All times multiplied by the bandwidth, so that nothing is rounded.
        long transfer = 2 * bytesEachWay * 1000;
        long savedByEach = (cpu - kernel) * bytesPerMicrosecond - transfer;
        return savedByEach <= 0 ? 0 : (start * bytesPerMicrosecond + savedByEach - 1) / savedByEach;
    }
}

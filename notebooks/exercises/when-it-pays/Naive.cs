// exercise: when-it-pays
static class Device
{
    /// <summary>How many pictures it takes; 0 where no number is enough.
    /// Times are in nanoseconds; bytesEachWay go there, and as many back.</summary>
    public static long SmallestBatch(long start, long bytesEachWay,
        long bytesPerMicrosecond, long kernel, long cpu)
    {
        long transfer = bytesEachWay * 1000 / bytesPerMicrosecond;
        return start / (cpu - kernel - transfer);
    }
}

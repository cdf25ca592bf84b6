// exercise: when-it-pays
static class Device
{
    // how many pictures; 0 where no number is enough
    // times in nanoseconds; bytesEachWay there, and as many back
    public static long SmallestBatch(long start, long bytesEachWay,
        long bytesPerMicrosecond, long kernel, long cpu)
    {
        // All times multiplied by the bandwidth, so that nothing is rounded.
        long transfer = 2 * bytesEachWay * 1000;
        long savedByEach = (cpu - kernel) * bytesPerMicrosecond - transfer;
        return savedByEach <= 0 ? 0 : start * bytesPerMicrosecond / savedByEach + 1;
    }
}

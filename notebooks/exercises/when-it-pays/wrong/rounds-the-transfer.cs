// fails: correct
static class Device
{
    // how many pictures; 0 where no number is enough
    // times in nanoseconds; bytesEachWay there, and as many back
    public static long SmallestBatch(long start, long bytesEachWay,
        long bytesPerMicrosecond, long kernel, long cpu)
    {
        long transfer = 2 * bytesEachWay * 1000 / bytesPerMicrosecond;
        long savedByEach = cpu - kernel - transfer;
        return savedByEach <= 0 ? 0 : start / savedByEach + 1;
    }
}

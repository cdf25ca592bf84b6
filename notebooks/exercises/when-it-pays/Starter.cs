// exercise: when-it-pays
static class Device
{
    // how many pictures; 0 where no number is enough
    // times in nanoseconds; bytesEachWay there, and as many back
    public static long SmallestBatch(long start, long bytesEachWay,
        long bytesPerMicrosecond, long kernel, long cpu)
    {
        long transfer = bytesEachWay * 1000 / bytesPerMicrosecond;
        return start / (cpu - kernel - transfer);
    }
}

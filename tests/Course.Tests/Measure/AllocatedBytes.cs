namespace Course.Tests.Measure;

/// <summary>What work allocates on the calling thread, exactly, also while other tests run in this process.</summary>
internal static class AllocatedBytes
{
    // Below the thirty calls after which the compiler may optimise an allocation away whose result nobody uses.
    private const int Runs = 10;

    /// <summary>
    /// The least of ten runs. The runtime adds to a run where it compiles again at a higher tier, or where it collects for another thread
    /// and gives this one new memory to allocate from; it never takes away. Work that allocates each time is therefore still seen.
    /// </summary>
    public static long Of(Action work)
    {
        long least = long.MaxValue;
        for (int run = 0; run < Runs && least > 0; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}

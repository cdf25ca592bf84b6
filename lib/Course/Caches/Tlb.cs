namespace Course.Caches;

/// <summary>
/// Translation lookaside buffers: caches whose lines are pages. A miss of both levels is a walk of the page table.
/// The defaults are the data TLBs of recent server cores: 64 entries of 4 ways, then 2,048 of 16 ways shared by both page sizes;
/// 32 entries of 4 ways for 2 MiB pages.
/// </summary>
public static class Tlb
{
    public const int SmallPageBytes = 4 << 10, LargePageBytes = 2 << 20;

    /// <param name="pageBytes">4 KiB or 2 MiB usually; any power of two.</param>
    public static CacheConfiguration Of(int pageBytes = SmallPageBytes, int firstEntries = 0, int secondEntries = 2048)
    {
        if (firstEntries == 0) firstEntries = pageBytes >= LargePageBytes ? 32 : 64;
        return new CacheConfiguration(
        [
            new LevelConfiguration("TLB1", CacheGeometry.OfSize((long)firstEntries * pageBytes, 4, pageBytes)),
            new LevelConfiguration("TLB2", CacheGeometry.OfSize((long)secondEntries * pageBytes, 16, pageBytes)),
        ], HierarchyKind.Nine);
    }
}

namespace Course.Caches;

/// <summary>A whole simulated machine: levels from the program outwards, and the rules between them.</summary>
public sealed record CacheConfiguration(
    IReadOnlyList<LevelConfiguration> Levels, HierarchyKind Hierarchy = HierarchyKind.Dinero, AccessMode Access = AccessMode.Split)
{
    public CacheConfiguration(params LevelConfiguration[] levels) : this((IReadOnlyList<LevelConfiguration>)levels) { }

    /// <summary>One first-level cache as most processors have had: 32 KiB, 8 ways, 64-byte lines, LRU.</summary>
    public static CacheConfiguration FirstLevel { get; } = new(new LevelConfiguration("L1", CacheGeometry.OfSize(32 << 10, 8, 64)));

    /// <summary>
    /// Plain LRU caches of the sizes that a machine reports, nearest first. Ways that are not told (0) are taken as 8 and line bytes as
    /// 64; bytes that fill no whole set are left out. Where nothing is told: three levels of usual sizes, whose names say so.
    /// </summary>
    public static CacheConfiguration OfSizes(IEnumerable<(string Name, long Bytes, int Ways, int LineBytes)> caches)
    {
        (string Name, long Bytes, int Ways, int LineBytes)[] told = [.. caches];
        if (told.Length == 0) told = [("usual L1", 32 << 10, 8, 64), ("usual L2", 1 << 20, 16, 64), ("usual L3", 32 << 20, 16, 64)];
        return new CacheConfiguration([.. told.Select(cache =>
        {
            var oneSet = new CacheGeometry(1, cache.Ways > 0 ? cache.Ways : 8, cache.LineBytes > 0 ? cache.LineBytes : 64);
            long sets = Math.Max(1, cache.Bytes / oneSet.SizeBytes);
            return new LevelConfiguration(cache.Name, CacheGeometry.OfSize(sets * oneSet.SizeBytes, oneSet.Ways, oneSet.LineBytes));
        })]);
    }
}

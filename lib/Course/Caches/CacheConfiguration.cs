namespace Course.Caches;

/// <summary>A whole simulated machine: levels from the program outwards, and the rules between them.</summary>
public sealed record CacheConfiguration(
    IReadOnlyList<LevelConfiguration> Levels, HierarchyKind Hierarchy = HierarchyKind.Dinero, AccessMode Access = AccessMode.Split)
{
    public CacheConfiguration(params LevelConfiguration[] levels) : this((IReadOnlyList<LevelConfiguration>)levels) { }

    /// <summary>One first-level cache as most processors have had: 32 KiB, 8 ways, 64-byte lines, LRU.</summary>
    public static CacheConfiguration FirstLevel { get; } = new(new LevelConfiguration("L1", CacheGeometry.OfSize(32 << 10, 8, 64)));
}

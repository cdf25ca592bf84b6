namespace Course.Caches;

/// <summary>
/// The levels of one simulated machine and what they counted. A subclass is one set of rules for what a miss, a write and a victim
/// do to the level below.
/// </summary>
public abstract class Hierarchy
{
    private protected Hierarchy(IReadOnlyList<LevelConfiguration> options)
    {
        Options = options;
        Levels = [.. options.Select(level => new SetAssociativeCache(level.Geometry, level.Policy))];
        Counts = [.. options.Select(_ => new CacheCounts())];
        Memory = new MemoryCounts();
    }

    private protected Hierarchy(Hierarchy other)
    {
        Options = other.Options;
        Levels = [.. other.Levels.Select(level => level.Copy())];
        Counts = [.. other.Counts.Select(counts => counts with { })];
        Memory = other.Memory with { };
        Access = other.Access;
    }

    public IReadOnlyList<LevelConfiguration> Options { get; }

    /// <summary>Level 0 is nearest the program.</summary>
    public SetAssociativeCache[] Levels { get; }

    public CacheCounts[] Counts { get; }

    public MemoryCounts Memory { get; }

    internal ICacheObserver? Observer { get; set; }

    /// <summary>Index of the program's access at work, for events.</summary>
    internal int Access { get; set; }

    /// <summary>The program reads bytes [address, address + bytes), bytes above 0.</summary>
    public abstract void Load(ulong address, ulong bytes);

    /// <summary>The program writes bytes [address, address + bytes), bytes above 0.</summary>
    public abstract void Store(ulong address, ulong bytes);

    /// <summary>An independent copy without an observer, for going back to an earlier state.</summary>
    public abstract Hierarchy Copy();

    /// <summary>What writing every dirty line to memory would write, in bytes. Changes nothing and is in no count.</summary>
    public virtual long FlushBytes()
    {
        var dirty = new HashSet<ulong>();
        ulong unit = (ulong)Options.Min(level => level.Geometry.LineBytes);
        foreach (SetAssociativeCache level in Levels)
        {
            CacheGeometry geometry = level.Geometry;
            for (int set = 0; set < geometry.Sets; set++)
            {
                for (int way = 0; way < geometry.Ways; way++)
                {
                    if (!level.IsDirty(set, way)) continue;
                    ulong first = level.Set(set)[way] << geometry.LineShift;
                    for (ulong at = 0; at < (ulong)geometry.LineBytes; at += unit) dirty.Add(first + at);
                }
            }
        }
        return dirty.Count * (long)unit;
    }

    /// <exception cref="ArgumentException">Levels that this kind of hierarchy cannot have.</exception>
    public static Hierarchy Create(HierarchyKind kind, IReadOnlyList<LevelConfiguration> levels)
    {
        if (levels.Count == 0) throw new ArgumentException("A hierarchy needs at least one level.");
        return kind switch
        {
            HierarchyKind.Dinero => new DineroHierarchy(levels),
            HierarchyKind.Cachegrind => new CachegrindHierarchy(levels),
            HierarchyKind.Inclusive or HierarchyKind.Exclusive or HierarchyKind.Nine => new InclusionHierarchy(kind, levels),
            HierarchyKind.PycachesimRfo => new PycachesimHierarchy(levels, loadBeforeStore: true),
            HierarchyKind.PycachesimNative => new PycachesimHierarchy(levels, loadBeforeStore: false),
            _ => throw new ArgumentException($"{kind} is not a hierarchy."),
        };
    }

    private protected void Tell(CacheEventKind kind, int level, bool write, ulong line, int set, int way) =>
        Observer?.On(new CacheEvent(Access, kind, (byte)level, write, line, set, way));

    /// <summary>Brings a line into the way its policy names, and returns what left.</summary>
    private protected EvictedLine Install(int level, ulong line, bool write, bool dirty, bool prefetched = false)
    {
        int set = Levels[level].Geometry.SetOf(line);
        return Install(level, line, set, Levels[level].ChooseWay(set), write, dirty, prefetched);
    }

    private protected EvictedLine Install(int level, ulong line, int set, int way, bool write, bool dirty, bool prefetched = false)
    {
        EvictedLine evicted = Levels[level].Place(line, set, way, dirty, prefetched);
        if (!evicted.IsEmpty)
        {
            Counts[level].Evictions++;
            Tell(CacheEventKind.Evict, level, write, evicted.Line, set, way);
        }
        Tell(CacheEventKind.Fill, level, write, line, set, way);
        return evicted;
    }

    private protected static void RefuseOptions(IReadOnlyList<LevelConfiguration> levels, string hierarchy, Func<LevelConfiguration, string?> reason)
    {
        foreach (LevelConfiguration level in levels)
        {
            if (reason(level) is { } why) throw new ArgumentException($"The {hierarchy} hierarchy {why}; {level.Name} asks for it. Use the dinero hierarchy.");
        }
    }
}

namespace Course.Caches;

/// <summary>
/// The rules of valgrind's cachegrind: instructions go to I1, data to D1, and a reference that misses there is looked up whole in a
/// shared LL. A reference over a line's edge looks up both lines, always and in ascending order, and counts at most one miss.
/// No write-backs, no invalidations. Level 0 is I1, level 1 is D1, level 2 is LL; LL's writes are the data writes that missed D1.
/// </summary>
public sealed class CachegrindHierarchy : Hierarchy
{
    private const int InstructionLevel = 0, DataLevel = 1, LastLevel = 2;
    private readonly ulong _largestData;

    public CachegrindHierarchy(IReadOnlyList<LevelConfiguration> levels) : base(levels)
    {
        if (levels.Count != 3) throw new ArgumentException($"The cachegrind hierarchy has three levels, I1, D1 and LL, not {levels.Count}.");
        RefuseOptions(levels, "cachegrind", level =>
            level.Prefetch != PrefetchKind.None ? "has no prefetcher"
            : level.Classify ? "classifies no misses"
            : !level.WriteBack || !level.WriteAllocate ? "knows only write-back with write-allocate"
            : null);
        _largestData = (ulong)levels.Min(level => level.Geometry.LineBytes);
    }

    private CachegrindHierarchy(CachegrindHierarchy other) : base(other) => _largestData = other._largestData;

    /// <summary>Instructions that LL missed; the other read misses of LL are data.</summary>
    public long LastLevelInstructionMisses { get; private set; }

    public override void Load(ulong address, ulong bytes) => Refer(DataLevel, address, Math.Min(bytes, _largestData), write: false);

    public override void Store(ulong address, ulong bytes) => Refer(DataLevel, address, Math.Min(bytes, _largestData), write: true);

    public void Fetch(ulong address, ulong bytes) => Refer(InstructionLevel, address, bytes, write: false);

    public override Hierarchy Copy() => new CachegrindHierarchy(this) { LastLevelInstructionMisses = LastLevelInstructionMisses };

    private void Refer(int level, ulong address, ulong bytes, bool write)
    {
        if (!LookUp(level, address, bytes, write) || !LookUp(LastLevel, address, bytes, write)) return;
        if (level == InstructionLevel) LastLevelInstructionMisses++;
        Memory.Reads++;
        Memory.BytesRead += Levels[LastLevel].Geometry.LineBytes;
    }

    private bool LookUp(int level, ulong address, ulong bytes, bool write)
    {
        CacheGeometry geometry = Levels[level].Geometry;
        bool missed = false;
        ulong last = geometry.LineOf(address + bytes - 1);
        for (ulong line = geometry.LineOf(address); line <= last; line++) missed |= LookUpLine(level, line, write);
        CacheCounts counts = Counts[level];
        if (write) counts.Writes++; else counts.Reads++;
        if (!missed) counts.Hits++;
        else if (write) counts.WriteMisses++;
        else counts.ReadMisses++;
        return missed;
    }

    private bool LookUpLine(int level, ulong line, bool write)
    {
        SetAssociativeCache cache = Levels[level];
        int set = cache.Geometry.SetOf(line), way = cache.Find(line);
        Tell(way < 0 ? CacheEventKind.Miss : CacheEventKind.Hit, level, write, line, set, way);
        if (way >= 0) cache.Touch(set, way);
        else Install(level, line, write, dirty: false);
        return way < 0;
    }
}

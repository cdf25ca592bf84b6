namespace Course.Caches;

/// <summary>
/// Inclusive, exclusive and NINE hierarchies of levels with one line size. On a miss the victim's way is chosen first, then the level
/// below is asked, then the line is placed. Inclusive: a line that a lower level replaces leaves the levels above too. Exclusive: a hit
/// below moves the line up, a miss installs nothing below, and the victim above is inserted below as most recent. NINE: neither.
/// Hits, misses and invalidations are those of DynamoRIO's drcachesim, whose lines are always clean; written lines are followed
/// beside that: a written victim marks its copy below, or goes to memory, and changes no recency.
/// </summary>
public sealed class InclusionHierarchy : Hierarchy
{
    private readonly HierarchyKind _kind;

    public InclusionHierarchy(HierarchyKind kind, IReadOnlyList<LevelConfiguration> levels) : base(levels)
    {
        string name = CacheNames.Of(kind);
        RefuseOptions(levels, name, level =>
            level.Prefetch != PrefetchKind.None ? "has no prefetcher"
            : level.Classify ? "classifies no misses"
            : !level.WriteBack || !level.WriteAllocate ? "knows only write-back with write-allocate"
            : null);
        if (levels.Select(level => level.Geometry.LineBytes).Distinct().Count() > 1)
            throw new ArgumentException($"The {name} hierarchy needs the same line size at every level.");
        _kind = kind;
    }

    private InclusionHierarchy(InclusionHierarchy other) : base(other) => _kind = other._kind;

    public override void Load(ulong address, ulong bytes) => AskAll(address, bytes, write: false);

    public override void Store(ulong address, ulong bytes) => AskAll(address, bytes, write: true);

    public override Hierarchy Copy() => new InclusionHierarchy(this);

    private void AskAll(ulong address, ulong bytes, bool write)
    {
        while (bytes > 0)
        {
            LinePiece piece = LinePiece.First(Levels[0].Geometry, address, bytes);
            Ask(0, piece.Line, write);
            address += piece.Bytes;
            bytes -= piece.Bytes;
        }
    }

    /// <summary>Looks the line up at this level and below. Returns whether the copy that an exclusive level gave up was written.</summary>
    private bool Ask(int level, ulong line, bool write)
    {
        if (level == Levels.Length)
        {
            Memory.Reads++;
            Memory.BytesRead += Levels[0].Geometry.LineBytes;
            return false;
        }
        SetAssociativeCache cache = Levels[level];
        int set = cache.Geometry.SetOf(line), way = cache.Find(line);
        bool givesUp = _kind == HierarchyKind.Exclusive && level > 0;
        Count(level, line, set, way, write);
        if (way >= 0)
        {
            if (!givesUp)
            {
                cache.Touch(set, way);
                if (write && level == 0) cache.SetDirty(set, way);
                return false;
            }
            Counts[level].MovedUp++;
            Tell(CacheEventKind.MoveUp, level, write, line, set, way);
            return cache.Remove(set, way).Dirty;
        }
        if (givesUp) return Ask(level + 1, line, write);
        way = cache.ChooseWay(set);
        Counts[level].BytesReadFromBelow += cache.Geometry.LineBytes;
        bool writtenBelow = Ask(level + 1, line, write);
        EvictedLine victim = Install(level, line, set, way, write, dirty: writtenBelow || (write && level == 0));
        if (!victim.IsEmpty) LetGo(level, victim);
        return false;
    }

    private void LetGo(int level, EvictedLine victim)
    {
        bool dirty = victim.Dirty;
        if (_kind == HierarchyKind.Inclusive) dirty |= BackInvalidate(level - 1, victim.Line);
        if (_kind == HierarchyKind.Exclusive) MoveDown(level, victim.Line, dirty);
        else if (dirty) WriteBelow(level, victim.Line);
    }

    private bool BackInvalidate(int level, ulong line)
    {
        if (level < 0) return false;
        SetAssociativeCache cache = Levels[level];
        int set = cache.Geometry.SetOf(line), way = cache.Find(line);
        if (way < 0) return false;
        Counts[level].BackInvalidations++;
        Tell(CacheEventKind.BackInvalidate, level, false, line, set, way);
        bool dirty = cache.Remove(set, way).Dirty;
        return BackInvalidate(level - 1, line) | dirty;
    }

    private void MoveDown(int level, ulong line, bool dirty)
    {
        if (level + 1 == Levels.Length)
        {
            if (dirty) WriteBelow(level, line);
            return;
        }
        if (dirty) CountWriteBack(level, line);
        EvictedLine victim = Install(level + 1, line, write: false, dirty);
        if (!victim.IsEmpty) MoveDown(level + 1, victim.Line, victim.Dirty);
    }

    private void WriteBelow(int level, ulong line)
    {
        CountWriteBack(level, line);
        for (int below = level + 1; below < Levels.Length; below++)
        {
            int set = Levels[below].Geometry.SetOf(line), way = Levels[below].Find(line);
            if (way < 0) continue;
            Levels[below].SetDirty(set, way);
            return;
        }
        Memory.Writes++;
        Memory.BytesWritten += Levels[0].Geometry.LineBytes;
    }

    private void CountWriteBack(int level, ulong line)
    {
        Counts[level].WriteBacks++;
        Counts[level].BytesWrittenBelow += Levels[level].Geometry.LineBytes;
        Tell(CacheEventKind.WriteBack, level, true, line, Levels[level].Geometry.SetOf(line), -1);
    }

    private void Count(int level, ulong line, int set, int way, bool write)
    {
        CacheCounts counts = Counts[level];
        if (write) counts.Writes++; else counts.Reads++;
        if (way >= 0) counts.Hits++;
        else if (write) counts.WriteMisses++;
        else counts.ReadMisses++;
        Tell(way >= 0 ? CacheEventKind.Hit : CacheEventKind.Miss, level, write, line, set, way);
    }
}

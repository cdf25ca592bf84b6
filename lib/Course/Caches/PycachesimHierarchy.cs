namespace Course.Caches;

/// <summary>
/// The rules of pycachesim's C backend. Reads and Writes count calls (which may span lines), Hits and ReadMisses count line pieces.
/// A store that hits is no hit and touches no recency; a store that misses first loads its line. A write-back is such a store of the
/// level below. Loading before storing, every store of the program is preceded by a load of the same bytes.
/// Source: J. Hammer, RRZE-HPC/pycachesim.
/// </summary>
public sealed class PycachesimHierarchy : Hierarchy
{
    private readonly bool _loadBeforeStore;

    public PycachesimHierarchy(IReadOnlyList<LevelConfiguration> levels, bool loadBeforeStore) : base(levels)
    {
        RefuseOptions(levels, "pycachesim", level => level.Prefetch != PrefetchKind.None ? "has no prefetcher" : level.Classify ? "classifies no misses" : null);
        _loadBeforeStore = loadBeforeStore;
    }

    private PycachesimHierarchy(PycachesimHierarchy other) : base(other) => _loadBeforeStore = other._loadBeforeStore;

    public override void Load(ulong address, ulong bytes) => Load(0, address, bytes);

    public override void Store(ulong address, ulong bytes)
    {
        if (_loadBeforeStore) Load(0, address, bytes);
        Store(0, address, bytes);
    }

    public override Hierarchy Copy() => new PycachesimHierarchy(this);

    private void Load(int level, ulong address, ulong bytes)
    {
        if (level == Levels.Length)
        {
            Memory.Reads++;
            Memory.BytesRead += (long)bytes;
            return;
        }
        SetAssociativeCache cache = Levels[level];
        Counts[level].Reads++;
        while (bytes > 0)
        {
            LinePiece piece = LinePiece.First(cache.Geometry, address, bytes);
            address += piece.Bytes;
            bytes -= piece.Bytes;
            int set = cache.Geometry.SetOf(piece.Line), way = cache.Find(piece.Line);
            Tell(way < 0 ? CacheEventKind.Miss : CacheEventKind.Hit, level, false, piece.Line, set, way);
            if (way >= 0)
            {
                Counts[level].Hits++;
                cache.Touch(set, way);
                continue;
            }
            Counts[level].ReadMisses++;
            Counts[level].BytesReadFromBelow += cache.Geometry.LineBytes;
            Load(level + 1, piece.Line << cache.Geometry.LineShift, (ulong)cache.Geometry.LineBytes);
            Inject(level, piece.Line, dirty: false);
        }
    }

    private void Store(int level, ulong address, ulong bytes)
    {
        if (level == Levels.Length)
        {
            Memory.Writes++;
            Memory.BytesWritten += (long)bytes;
            return;
        }
        SetAssociativeCache cache = Levels[level];
        LevelConfiguration options = Options[level];
        Counts[level].Writes++;
        while (bytes > 0)
        {
            LinePiece piece = LinePiece.First(cache.Geometry, address, bytes);
            address += piece.Bytes;
            bytes -= piece.Bytes;
            if (cache.Find(piece.Line) < 0)
            {
                if (options.WriteAllocate) Load(level, piece.Line << cache.Geometry.LineShift, (ulong)cache.Geometry.LineBytes);
                else if (options.WriteBack) Inject(level, piece.Line, dirty: true);
            }
            int set = cache.Geometry.SetOf(piece.Line), way = cache.Find(piece.Line);
            if (options.WriteBack && way >= 0)
            {
                cache.SetDirty(set, way);
                continue;
            }
            // The first piece of a store over a line's edge goes below together with what follows it, as the original has it.
            ulong passed = Math.Min(piece.Bytes + bytes, (ulong)cache.Geometry.LineBytes);
            Counts[level].BytesWrittenBelow += (long)passed;
            Tell(CacheEventKind.WriteThrough, level, true, piece.Line, set, way);
            Store(level + 1, piece.Address, passed);
        }
    }

    private void Inject(int level, ulong line, bool dirty)
    {
        EvictedLine victim = Install(level, line, dirty, dirty);
        if (!victim.Dirty) return;
        CacheGeometry geometry = Levels[level].Geometry;
        Counts[level].WriteBacks++;
        Counts[level].BytesWrittenBelow += geometry.LineBytes;
        Tell(CacheEventKind.WriteBack, level, true, victim.Line, geometry.SetOf(victim.Line), -1);
        Store(level + 1, victim.Line << geometry.LineShift, (ulong)geometry.LineBytes);
    }
}

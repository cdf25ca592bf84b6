namespace Course.Caches;

/// <summary>
/// The default: neither inclusive nor exclusive, as in Dinero IV. On a miss the victim leaves and the line is installed; the fetch
/// goes below as a read of one line; then the written victim goes below as a write of one line, recursively; then a prefetch is issued.
/// A write-back is an ordinary write of the level below: it updates recency, and allocates without fetching what it covers wholly.
/// Levels may differ in line size and in write policy. Source: J. Edler and M. D. Hill, Dinero IV.
/// </summary>
public sealed class DineroHierarchy : Hierarchy
{
    private readonly MissClassifier?[] _classifiers;

    public DineroHierarchy(IReadOnlyList<LevelConfiguration> levels) : base(levels) =>
        _classifiers = [.. levels.Select(level => level.Classify ? new MissClassifier(level) : null)];

    private DineroHierarchy(DineroHierarchy other) : base(other) => _classifiers = [.. other._classifiers.Select(one => one?.Copy())];

    private enum Request
    {
        Read,
        Write,
        Prefetch,
    }

    public override void Load(ulong address, ulong bytes) => Ask(0, address, bytes, Request.Read);

    public override void Store(ulong address, ulong bytes) => Ask(0, address, bytes, Request.Write);

    public override Hierarchy Copy() => new DineroHierarchy(this);

    private void Ask(int level, ulong address, ulong bytes, Request request)
    {
        if (level == Levels.Length)
        {
            CountMemory(request, bytes);
            return;
        }
        while (bytes > 0)
        {
            LinePiece piece = LinePiece.First(Levels[level].Geometry, address, bytes);
            AskPiece(level, piece, request);
            address += piece.Bytes;
            bytes -= piece.Bytes;
        }
    }

    private void AskPiece(int level, LinePiece piece, Request request)
    {
        LevelConfiguration options = Options[level];
        SetAssociativeCache cache = Levels[level];
        bool write = request == Request.Write;
        int set = cache.Geometry.SetOf(piece.Line), way = cache.Find(piece.Line);
        bool miss = way < 0;
        bool prefetchNext = request == Request.Read && Triggers(options.Prefetch, miss, !miss && cache.IsPrefetched(set, way));
        bool keep = !write || !miss || options.WriteAllocate;
        bool marks = write && keep && options.WriteBack;

        Count(level, piece.Line, set, way, request, miss);
        EvictedLine victim = new(SetAssociativeCache.NoLine, false);
        if (!miss)
        {
            cache.Touch(set, way);
            if (marks) cache.SetDirty(set, way);
            if (request != Request.Prefetch) cache.ClearPrefetched(set, way);
        }
        else if (keep)
        {
            victim = Install(level, piece.Line, write, marks, prefetched: request == Request.Prefetch);
        }
        _classifiers[level]?.Classify(Counts[level], piece.Line, miss, write, demand: request != Request.Prefetch);

        ulong lineBytes = (ulong)cache.Geometry.LineBytes;
        if (miss && (!write || (options.WriteAllocate && piece.Bytes != lineBytes)))
        {
            Counts[level].BytesReadFromBelow += cache.Geometry.LineBytes;
            Ask(level + 1, piece.Line << cache.Geometry.LineShift, lineBytes, Request.Read);
        }
        if (write && !marks)
        {
            Counts[level].BytesWrittenBelow += (long)piece.Bytes;
            Tell(CacheEventKind.WriteThrough, level, true, piece.Line, set, way);
            Ask(level + 1, piece.Address, piece.Bytes, Request.Write);
        }
        if (victim.Dirty)
        {
            Counts[level].WriteBacks++;
            Counts[level].BytesWrittenBelow += cache.Geometry.LineBytes;
            Tell(CacheEventKind.WriteBack, level, true, victim.Line, set, -1);
            Ask(level + 1, victim.Line << cache.Geometry.LineShift, lineBytes, Request.Write);
        }
        ulong next = piece.Line + 1;
        if (prefetchNext && next <= cache.Geometry.LineOf(ulong.MaxValue - 1))
            AskPiece(level, new LinePiece(next, next << cache.Geometry.LineShift, lineBytes), Request.Prefetch);
    }

    private static bool Triggers(PrefetchKind prefetch, bool miss, bool firstTouchOfPrefetched) => prefetch switch
    {
        PrefetchKind.NextLineAlways => true,
        PrefetchKind.NextLineOnMiss => miss,
        PrefetchKind.NextLineTagged => miss || firstTouchOfPrefetched,
        _ => false,
    };

    private void Count(int level, ulong line, int set, int way, Request request, bool miss)
    {
        CacheCounts counts = Counts[level];
        if (request == Request.Prefetch)
        {
            counts.Prefetches++;
            if (miss) counts.PrefetchMisses++;
            Tell(miss ? CacheEventKind.PrefetchMiss : CacheEventKind.PrefetchHit, level, false, line, set, way);
            return;
        }
        bool write = request == Request.Write;
        if (write) counts.Writes++; else counts.Reads++;
        if (!miss) counts.Hits++;
        else if (write) counts.WriteMisses++;
        else counts.ReadMisses++;
        Tell(miss ? CacheEventKind.Miss : CacheEventKind.Hit, level, write, line, set, way);
    }

    private void CountMemory(Request request, ulong bytes)
    {
        if (request == Request.Write)
        {
            Memory.Writes++;
            Memory.BytesWritten += (long)bytes;
        }
        else
        {
            Memory.Reads++;
            Memory.BytesRead += (long)bytes;
        }
    }
}

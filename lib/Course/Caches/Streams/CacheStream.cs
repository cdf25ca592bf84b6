using System.Runtime.Intrinsics.X86;
using Course.Traces;

namespace Course.Caches.Streams;

/// <summary>
/// The counts of a whole trace, as fast as they can be had: no events, no steps. Levels pass requests down in blocks. Works for LRU levels
/// with write-back, write-allocate and one line size in the dinero hierarchy, and counts exactly what <see cref="CacheSimulator"/> counts.
/// </summary>
internal sealed class CacheStream
{
    private readonly CacheConfiguration _configuration;
    private readonly ICacheStage[] _stages;
    private readonly MissSplitter? _splitter;
    private readonly AccessFront _front;

    public CacheStream(CacheConfiguration configuration)
    {
        _configuration = configuration;
        _stages = new ICacheStage[configuration.Levels.Count];
        LevelConfiguration first = configuration.Levels[0];
        _splitter = first.Classify ? new MissSplitter(first.Geometry.Lines) : null;
        for (int level = _stages.Length - 1; level >= 0; level--)
        {
            ICacheStage? below = level + 1 < _stages.Length ? _stages[level + 1] : null;
            _stages[level] = CreateStage(configuration.Levels[level].Geometry, level == 0 ? _splitter : null, below);
        }
        _front = new AccessFront(first.Geometry, configuration.Access, _stages[0]);
    }

    public static bool CanRun(CacheConfiguration configuration)
    {
        int lineBytes = configuration.Levels[0].Geometry.LineBytes;
        return configuration.Hierarchy == HierarchyKind.Dinero && configuration.Access != AccessMode.Cachegrind && lineBytes >= 4
            && configuration.Levels.Index().All(level => level.Item is { WriteBack: true, WriteAllocate: true, Prefetch: PrefetchKind.None }
                && level.Item.Policy.Equals("LRU", StringComparison.OrdinalIgnoreCase)
                && level.Item.Geometry.HasPowerOfTwoSets && level.Item.Geometry.LineBytes == lineBytes
                && level.Item.Geometry.Ways <= ScalarSets.MostWays
                && (level.Index == 0 || !level.Item.Classify));
    }

    public void Run(ReadOnlySpan<Access> accesses) => _front.Run(accesses);

    public void Run(IEnumerable<AffineLoop> loops)
    {
        var affine = new AffineFront(_configuration.Levels[0].Geometry, _front);
        foreach (AffineLoop loop in loops) affine.Run(loop);
        _front.Flush();
    }

    public CacheTotals Totals()
    {
        var levels = new CacheCounts[_stages.Length];
        for (int level = 0; level < levels.Length; level++)
        {
            StageCounts counts = _stages[level].Counts;
            long writes = level == 0 ? _front.Writes : counts.Writes, reads = level == 0 ? _front.Reads : counts.Requests - writes;
            int lineBytes = _configuration.Levels[level].Geometry.LineBytes;
            levels[level] = new CacheCounts
            {
                Reads = reads,
                Writes = writes,
                Hits = reads + writes - counts.Misses,
                ReadMisses = counts.Misses - counts.WriteMisses,
                WriteMisses = counts.WriteMisses,
                // Every miss brings a line in, and only an eviction takes one out.
                Evictions = counts.Misses - _stages[level].CountHeld().Lines,
                WriteBacks = counts.WriteBacks,
                BytesReadFromBelow = counts.Fetches * lineBytes,
                BytesWrittenBelow = counts.WriteBacks * lineBytes,
                Compulsory = level == 0 && _splitter is not null ? _splitter.Compulsory : 0,
                Capacity = level == 0 && _splitter is not null ? _splitter.Capacity : 0,
                Conflict = level == 0 && _splitter is not null ? _splitter.Conflict : 0,
                FullyAssociativeMisses = level == 0 && _splitter is not null ? _splitter.FullyAssociativeMisses : 0,
            };
        }
        CacheCounts last = levels[^1];
        StageCounts lastStage = _stages[^1].Counts;
        var memory = new MemoryCounts
        {
            Reads = lastStage.Fetches,
            Writes = lastStage.WriteBacks,
            BytesRead = last.BytesReadFromBelow,
            BytesWritten = last.BytesWrittenBelow,
        };
        return new CacheTotals(levels, memory);
    }

    private static ICacheStage CreateStage(CacheGeometry geometry, MissSplitter? splitter, IRequestSink? below)
    {
        if (Avx512F.IsSupported && geometry.Ways <= 8) return new CacheStage<VectorSets8>(new VectorSets8(geometry), splitter, below);
        if (Avx512F.IsSupported && geometry.Ways <= 16) return new CacheStage<VectorSets16>(new VectorSets16(geometry), splitter, below);
        return new CacheStage<ScalarSets>(new ScalarSets(geometry), splitter, below);
    }
}

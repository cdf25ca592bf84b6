using System.Runtime.Intrinsics.X86;
using Course.Traces;

namespace Course.Caches.Streams;

/// <summary>
/// The counts of a whole trace, as fast as they can be had: no events, no steps. Levels pass requests down in blocks. Works for LRU levels
/// with write-back, write-allocate and one line size in the dinero hierarchy, and counts exactly what <see cref="CacheSimulator"/> counts.
/// </summary>
internal sealed class CacheStream : IDisposable
{
    // So that a window of line numbers is a number of the upper half of an address.
    private const int LeastLineBytes = 8;

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
        return configuration.Hierarchy == HierarchyKind.Dinero && configuration.Access != AccessMode.Cachegrind && lineBytes >= LeastLineBytes
            && configuration.Levels.Index().All(level => level.Item is { WriteBack: true, WriteAllocate: true, Prefetch: PrefetchKind.None }
                && level.Item.Policy.Equals("LRU", StringComparison.OrdinalIgnoreCase)
                && level.Item.Geometry.HasPowerOfTwoSets && level.Item.Geometry.LineBytes == lineBytes
                && level.Item.Geometry.Ways <= ScalarSets.MostWays
                && (level.Index == 0 || !level.Item.Classify));
    }

    /// <summary>False when addresses lie too far apart for a stream; then nothing is counted.</summary>
    public bool Run(ReadOnlySpan<Access> accesses)
    {
        _front.Run(accesses);
        return Finish();
    }

    /// <summary>False when addresses lie too far apart for a stream; then nothing is counted.</summary>
    public bool Run(IEnumerable<AffineLoop> loops)
    {
        var affine = new AffineFront(_configuration.Levels[0].Geometry, _front);
        foreach (AffineLoop loop in loops) affine.Run(loop);
        _front.Flush();
        return Finish();
    }

    private bool Finish()
    {
        foreach (ICacheStage stage in _stages) stage.Flush();
        return _front.Fits;
    }

    public void Dispose()
    {
        foreach (ICacheStage stage in _stages) stage.Dispose();
        _splitter?.Dispose();
    }

    public CacheTotals Totals()
    {
        var levels = new CacheCounts[_stages.Length];
        for (int level = 0; level < levels.Length; level++)
        {
            StageCounts counts = _stages[level].Counts;
            // A level is read for every line that the level above fetches, and written for every line that it writes back.
            long reads = level == 0 ? _front.Reads : _stages[level - 1].Counts.Fetches;
            long writes = level == 0 ? _front.Writes : _stages[level - 1].Counts.WriteBacks;
            MissSplitter? splitter = level == 0 ? _splitter : null;
            int lineBytes = _configuration.Levels[level].Geometry.LineBytes;
            levels[level] = new CacheCounts
            {
                Reads = reads,
                Writes = writes,
                Hits = reads + writes - counts.Misses,
                ReadMisses = counts.Misses - counts.WriteMisses,
                WriteMisses = counts.WriteMisses,
                // Every miss brings a line in, and only an eviction takes one out.
                Evictions = counts.Misses - _stages[level].CountLines(),
                WriteBacks = counts.WriteBacks,
                BytesReadFromBelow = counts.Fetches * lineBytes,
                BytesWrittenBelow = counts.WriteBacks * lineBytes,
                Compulsory = splitter?.Compulsory ?? 0,
                Capacity = splitter is null ? 0 : counts.Misses - splitter.Compulsory - splitter.Conflict,
                Conflict = splitter?.Conflict ?? 0,
                FullyAssociativeMisses = splitter?.FullyAssociativeMisses ?? 0,
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
        if (Avx2.IsSupported && geometry.Ways <= 8) return new CacheStage<VectorSets8>(new VectorSets8(geometry), splitter, below);
        if (Avx512F.IsSupported && geometry.Ways <= 16) return new CacheStage<VectorSets16>(new VectorSets16(geometry), splitter, below);
        return new CacheStage<ScalarSets>(new ScalarSets(geometry), splitter, below);
    }
}

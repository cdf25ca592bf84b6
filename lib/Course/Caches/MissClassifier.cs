namespace Course.Caches;

/// <summary>
/// Splits misses in three: compulsory when the line was never seen; conflict when a fully associative cache with as many lines and
/// the same policy, fed the same stream, would have hit; capacity otherwise. Hits that the fully associative cache would have missed
/// are not counted, so no class is ever negative. Source: M. D. Hill and A. J. Smith, "Evaluating associativity in CPU caches", 1989.
/// </summary>
public sealed class MissClassifier
{
    private readonly SetAssociativeCache _fullyAssociative;
    private readonly HashSet<ulong> _seen;
    private readonly bool _writeAllocate;

    public MissClassifier(LevelConfiguration level)
    {
        _fullyAssociative = new SetAssociativeCache(new CacheGeometry(1, level.Geometry.Lines, level.Geometry.LineBytes), level.Policy);
        _seen = [];
        _writeAllocate = level.WriteAllocate;
    }

    private MissClassifier(MissClassifier other) =>
        (_fullyAssociative, _seen, _writeAllocate) = (other._fullyAssociative.Copy(), [.. other._seen], other._writeAllocate);

    /// <param name="counts">Where the class is counted.</param>
    /// <param name="missed">Whether the real cache missed.</param>
    /// <param name="demand">False for prefetches, which move lines but are no misses of the program.</param>
    public void Classify(CacheCounts counts, ulong line, bool missed, bool write, bool demand)
    {
        int way = _fullyAssociative.Find(line);
        bool newLine = _seen.Add(line);
        if (demand && way < 0) counts.FullyAssociativeMisses++;
        if (demand && missed)
        {
            if (newLine) counts.Compulsory++;
            else if (way >= 0) counts.Conflict++;
            else counts.Capacity++;
        }
        if (way >= 0) _fullyAssociative.Touch(0, way);
        else if (!write || _writeAllocate) _fullyAssociative.Place(line, 0, _fullyAssociative.ChooseWay(0));
    }

    public MissClassifier Copy() => new(this);
}

namespace Course.Caches.Reports;

/// <summary>Counts, per set of one level, what came to it.</summary>
public sealed class SetPressure(CacheConfiguration configuration, int level = 0) : ICacheObserver
{
    private readonly long[] _accesses = new long[configuration.Levels[level].Geometry.Sets];
    private readonly long[] _misses = new long[configuration.Levels[level].Geometry.Sets];
    private readonly long[] _distinct = new long[configuration.Levels[level].Geometry.Sets];
    private readonly HashSet<ulong> _seen = [];

    public void On(in CacheEvent happened)
    {
        if (happened.Level != level || happened.Kind is not (CacheEventKind.Hit or CacheEventKind.Miss)) return;
        _accesses[happened.Set]++;
        if (happened.Kind != CacheEventKind.Miss) return;
        _misses[happened.Set]++;
        if (_seen.Add(happened.Line)) _distinct[happened.Set]++;
    }

    /// <summary>One row per set, in order.</summary>
    public IReadOnlyList<SetPressureRow> Rows() =>
        [.. Enumerable.Range(0, _accesses.Length).Select(set => new SetPressureRow(set, _accesses[set], _misses[set], _distinct[set]))];
}

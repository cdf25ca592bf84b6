namespace Course.Caches;

/// <summary>
/// The lines that one cache holds, with a dirty and a prefetched mark each. It finds, touches, places and removes lines;
/// what a miss means is decided by the hierarchy around it. Nothing here counts.
/// </summary>
public sealed class SetAssociativeCache
{
    /// <summary>Stands in an empty way. No line has this number: the last byte of the address space cannot be accessed.</summary>
    public const ulong NoLine = ulong.MaxValue;

    /// <summary>Above this many ways a table finds a line sooner than a walk along the set.</summary>
    private const int WaysWorthATable = 32;

    private readonly ulong[] _lines;
    private readonly bool[] _dirty;
    private readonly bool[] _prefetched;
    private readonly int[] _lowestEmpty; // A lower bound per set; equal to Ways when the set is full.
    private readonly Dictionary<ulong, int>? _wayOfLine;
    private readonly ReplacementPolicy _policy;

    public SetAssociativeCache(CacheGeometry geometry, string policy = "LRU")
        : this(geometry, ReplacementPolicy.Create(policy, geometry.Sets, geometry.Ways))
    {
        Array.Fill(_lines, NoLine);
    }

    private SetAssociativeCache(CacheGeometry geometry, ReplacementPolicy policy)
    {
        Geometry = geometry;
        _policy = policy;
        _lines = new ulong[geometry.Lines];
        _dirty = new bool[geometry.Lines];
        _prefetched = new bool[geometry.Lines];
        _lowestEmpty = new int[geometry.Sets];
        if (geometry.Ways > WaysWorthATable) _wayOfLine = [];
    }

    public CacheGeometry Geometry { get; }

    /// <summary>The lines of a set by way; <see cref="NoLine"/> where a way is empty.</summary>
    public ReadOnlySpan<ulong> Set(int set) => _lines.AsSpan(set * Geometry.Ways, Geometry.Ways);

    /// <summary>The way that holds the line, or -1.</summary>
    public int Find(ulong line)
    {
        if (_wayOfLine is not null) return _wayOfLine.TryGetValue(line, out int known) ? known : -1;
        return Set(Geometry.SetOf(line)).IndexOf(line);
    }

    public void Touch(int set, int way) => _policy.OnHit(set, way);

    /// <summary>The way that <see cref="Place"/> should use for the next line of this set. Ask once per line: ages may move.</summary>
    public int ChooseWay(int set)
    {
        ReadOnlySpan<ulong> lines = Set(set);
        int empty = _lowestEmpty[set];
        while (empty < lines.Length && lines[empty] != NoLine) empty++;
        _lowestEmpty[set] = empty;
        return _policy.ChooseWay(set, lines, empty < lines.Length ? empty : -1);
    }

    /// <summary>Puts a line where another may have been; the one that leaves is returned.</summary>
    public EvictedLine Place(ulong line, int set, int way, bool dirty = false, bool prefetched = false)
    {
        int at = set * Geometry.Ways + way;
        var evicted = new EvictedLine(_lines[at], _dirty[at]);
        if (_wayOfLine is not null)
        {
            if (!evicted.IsEmpty) _wayOfLine.Remove(evicted.Line);
            _wayOfLine[line] = way;
        }
        (_lines[at], _dirty[at], _prefetched[at]) = (line, dirty, prefetched);
        _policy.OnFill(set, way);
        return evicted;
    }

    /// <summary>Empties a way.</summary>
    public EvictedLine Remove(int set, int way)
    {
        int at = set * Geometry.Ways + way;
        var removed = new EvictedLine(_lines[at], _dirty[at]);
        _wayOfLine?.Remove(removed.Line);
        (_lines[at], _dirty[at], _prefetched[at]) = (NoLine, false, false);
        _lowestEmpty[set] = Math.Min(_lowestEmpty[set], way);
        return removed;
    }

    public bool IsDirty(int set, int way) => _dirty[set * Geometry.Ways + way];

    public void SetDirty(int set, int way, bool dirty = true) => _dirty[set * Geometry.Ways + way] = dirty;

    /// <summary>True from a prefetch until the program first asks for the line.</summary>
    public bool IsPrefetched(int set, int way) => _prefetched[set * Geometry.Ways + way];

    public void ClearPrefetched(int set, int way) => _prefetched[set * Geometry.Ways + way] = false;

    /// <summary>The policy's number for a way: 0 is kept longest.</summary>
    public int Rank(int set, int way) => _policy.Rank(set, way);

    public int CountDirty() => _dirty.AsSpan().Count(true);

    public SetAssociativeCache Copy()
    {
        var copy = new SetAssociativeCache(Geometry, _policy.Copy());
        _lines.CopyTo(copy._lines, 0);
        _dirty.CopyTo(copy._dirty, 0);
        _prefetched.CopyTo(copy._prefetched, 0);
        _lowestEmpty.CopyTo(copy._lowestEmpty, 0);
        if (_wayOfLine is not null)
            foreach ((ulong line, int way) in _wayOfLine) copy._wayOfLine![line] = way;
        return copy;
    }
}

namespace Course.Profile.Heap;

/// <summary>
/// Objects counted by the types on the way to them from a root. An object reached through one of its own type stands at the same place, so
/// that a list of linked nodes is one place and not as many as it has nodes.
/// </summary>
internal sealed class PathTree
{
    private const int Deepest = 40;

    private readonly Dictionary<(int Parent, ulong Type), int> _places = [];
    private readonly List<PathPlace> _all = [new(0, 0, "", 0)];
    private readonly Dictionary<string, int> _roots = [];

    /// <summary>Place 0 is none.</summary>
    public IReadOnlyList<PathPlace> Places => _all;

    public int Root(string kind)
    {
        if (_roots.TryGetValue(kind, out int known)) return known;
        _all.Add(new(0, 0, kind, 0));
        return _roots[kind] = _all.Count - 1;
    }

    /// <summary>Counts an object of the type that was reached from a place.</summary>
    /// <returns>Its own place.</returns>
    public int Add(int from, ulong type, long bytes)
    {
        PathPlace parent = _all[from];
        int place = from;
        if ((parent.Type != type || parent.Depth == 0) && (parent.Depth < Deepest) && !_places.TryGetValue((from, type), out place))
        {
            _all.Add(new(from, type, "", parent.Depth + 1));
            place = _places[(from, type)] = _all.Count - 1;
        }
        _all[place].Objects++;
        _all[place].Bytes += bytes;
        return place;
    }
}

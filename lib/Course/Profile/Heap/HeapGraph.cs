namespace Course.Profile.Heap;

/// <summary>The objects of a heap and what they point to, as the collector's own walk reports them.</summary>
internal sealed class HeapGraph
{
    private readonly List<ulong> _addresses = [], _types = [], _targets = [];
    private readonly List<long> _sizes = [];
    private readonly List<int> _firstEdges = [];
    /// <summary>Edges of the newest node, which arrive after it.</summary>
    private int _pending;

    public Dictionary<ulong, string> TypeNames { get; } = [];

    /// <summary>What the program reaches without another object: the kind of the root, and the object.</summary>
    public List<(string Kind, ulong Address)> Roots { get; } = [];

    public int Count => _addresses.Count;

    public void AddNode(ulong address, long bytes, ulong type, long edges)
    {
        _addresses.Add(address);
        _sizes.Add(bytes);
        _types.Add(type);
        _firstEdges.Add(_firstEdges.Count == 0 ? 0 : _firstEdges[^1] + _pending);
        _pending = (int)edges;
    }

    public void AddEdge(ulong target) => _targets.Add(target);

    /// <summary>Walks from the roots outwards, so that every object is met on a shortest path, and counts objects by the types on that path.</summary>
    /// <param name="unseenTypes">Objects of these, and what they alone hold, are left out.</param>
    public PathTree Paths(IReadOnlySet<ulong> unseenTypes)
    {
        ulong[] sorted = [.. _addresses];
        int[] nodes = [.. Enumerable.Range(0, Count)];
        Array.Sort(sorted, nodes);
        var tree = new PathTree();
        int[] place = new int[Count];
        Queue<int> queue = new(), aside = new();
        foreach (var (kind, address) in Roots.OrderBy(root => root.Kind == "stack")) Meet(address, tree.Root(kind));
        while (queue.TryDequeue(out int node))
            foreach (ulong target in Targets(node)) Meet(target, place[node]);
        while (aside.TryDequeue(out int node))
            foreach (ulong target in Targets(node)) PutAside(target);
        int unreached = tree.Root("no root seen");
        for (int node = 0; node < Count; node++)
            if (place[node] == 0) tree.Add(unreached, _types[node], _sizes[node]);
        return tree;

        void Meet(ulong address, int from)
        {
            int at = Array.BinarySearch(sorted, address);
            if (at < 0 || place[nodes[at]] != 0) return;
            int node = nodes[at];
            if (unseenTypes.Contains(_types[node]))
            {
                PutAside(address);
                return;
            }
            place[node] = tree.Add(from, _types[node], _sizes[node]);
            queue.Enqueue(node);
        }

        // What only an object aside holds is aside too.
        void PutAside(ulong address)
        {
            int at = Array.BinarySearch(sorted, address);
            if (at < 0 || place[nodes[at]] != 0) return;
            place[nodes[at]] = -1;
            aside.Enqueue(nodes[at]);
        }
    }

    private IEnumerable<ulong> Targets(int node)
    {
        int last = node + 1 < Count ? _firstEdges[node + 1] : _targets.Count;
        for (int edge = _firstEdges[node]; edge < last && edge < _targets.Count; edge++) yield return _targets[edge];
    }
}

namespace Course.Profile.Heap;

/// <summary>A path from a root to objects, by the runtime's numbers; its words are looked up when somebody reads them.</summary>
internal sealed class PathNames
{
    private const int MostShown = 9;

    private readonly HeapNames _names;
    private readonly ulong[] _types;
    private readonly string _root;

    public PathNames(PathTree tree, int place, HeapNames names)
    {
        _names = names;
        var types = new List<ulong>();
        for (; tree.Places[place].Depth > 0; place = tree.Places[place].Parent) types.Add(tree.Places[place].Type);
        types.Reverse();
        (_types, _root) = ([.. types], tree.Places[place].RootKind);
        Key = $"{_root}/{string.Join('/', _types.Select(type => type.ToString("x")))}";
    }

    /// <summary>The same for the same path in every snapshot of this process.</summary>
    public string Key { get; }

    /// <summary><c>static Shop.Seen → List&lt;Order&gt; → Order[] → Order</c>.</summary>
    public string Text()
    {
        List<string> steps = [_names.Root(_root)];
        for (int i = 0; i < _types.Length; i++)
        {
            string field = i > 0 ? _names.Fields(_types[i - 1], _types[i]) : "";
            steps.Add(field.Length > 0 ? $"{field}: {_names[_types[i]]}" : _names[_types[i]]);
        }
        if (steps.Count > MostShown) steps = [.. steps[..4], $"… {steps.Count - MostShown + 1} more …", .. steps[^(MostShown - 5)..]];
        return string.Join(" → ", steps);
    }
}

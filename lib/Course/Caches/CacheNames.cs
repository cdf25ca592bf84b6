namespace Course.Caches;

/// <summary>The names that command lines, case files and reports use for modes.</summary>
public static class CacheNames
{
    private static readonly (AccessMode Value, string Name, string Case)[] Access =
        [(AccessMode.Split, "split", "A1"), (AccessMode.Cachelab, "cachelab", "A0"), (AccessMode.Cachegrind, "cachegrind", "A2")];

    private static readonly (HierarchyKind Value, string Name, string Case)[] Hierarchies =
    [
        (HierarchyKind.Dinero, "dinero", "H-dinero"), (HierarchyKind.Cachegrind, "cachegrind", "H-cachegrind"),
        (HierarchyKind.Inclusive, "inclusive", "H-dr-inclusive"), (HierarchyKind.Exclusive, "exclusive", "H-dr-exclusive"),
        (HierarchyKind.Nine, "nine", "H-dr-nine"), (HierarchyKind.PycachesimRfo, "pycachesim-rfo", "H-pycachesim-rfo"),
        (HierarchyKind.PycachesimNative, "pycachesim-native", "H-pycachesim-native"),
    ];

    private static readonly (PrefetchKind Value, string Name, string Case)[] Prefetchers =
    [
        (PrefetchKind.None, "none", ""), (PrefetchKind.NextLineAlways, "next-line-always", "next-line always"),
        (PrefetchKind.NextLineOnMiss, "on-miss", "next-line on-miss"), (PrefetchKind.NextLineTagged, "tagged", "next-line tagged"),
    ];

    public static AccessMode ParseAccess(string name) => Parse(Access, name, "access mode");

    public static HierarchyKind ParseHierarchy(string name) => Parse(Hierarchies, name, "hierarchy");

    public static PrefetchKind ParsePrefetch(string name) => Parse(Prefetchers, name, "prefetcher");

    public static string Of(AccessMode value) => NameOf(Access, value);

    public static string Of(HierarchyKind value) => NameOf(Hierarchies, value);

    public static string Of(PrefetchKind value) => NameOf(Prefetchers, value);

    private static T Parse<T>((T Value, string Name, string Case)[] table, string name, string what)
    {
        foreach ((T value, string own, string ofCase) in table)
        {
            if (IsSame(name, own) || IsSame(name, ofCase)) return value;
        }
        throw new ArgumentException($"No {what} is called '{name}'; the names are {string.Join(", ", table.Select(row => row.Name))}.");
    }

    /// <summary>Blanks, hyphens and case do not tell names apart: <c>next-line on-miss</c>, <c>Next-line-on-miss</c>.</summary>
    private static bool IsSame(string one, string other) => Letters(one).SequenceEqual(Letters(other));

    private static IEnumerable<char> Letters(string name) => name.Where(letter => letter is not (' ' or '-')).Select(char.ToLowerInvariant);

    private static string NameOf<T>((T Value, string Name, string Case)[] table, T value) => table.First(row => row.Value!.Equals(value)).Name;
}

namespace Course.Caches;

/// <summary>
/// Which way of a full set has to make room. A policy holds the recency of every set of one cache and is told of every hit and fill.
/// </summary>
public abstract class ReplacementPolicy
{
    /// <summary>Names that <see cref="Create"/> knows; QLRU stands for the whole family.</summary>
    public static IReadOnlyList<string> Names { get; } = ["LRU", "FIFO", "PLRU-tree", "PLRU-tree-linearfill", "QLRU_Hxy_Mz_Rr_Uu"];

    /// <summary>The way that the next line of this set goes to.</summary>
    /// <param name="set">Set number.</param>
    /// <param name="lines">The set's ways; <see cref="SetAssociativeCache.NoLine"/> where one is empty.</param>
    /// <param name="lowestEmpty">The lowest empty way, or -1 when the set is full.</param>
    public abstract int ChooseWay(int set, ReadOnlySpan<ulong> lines, int lowestEmpty);

    public abstract void OnHit(int set, int way);

    public abstract void OnFill(int set, int way);

    /// <summary>The policy's own number for a way, for pictures: 0 is kept longest.</summary>
    public abstract int Rank(int set, int way);

    /// <summary>An independent copy, for going back to an earlier state.</summary>
    public abstract ReplacementPolicy Copy();

    /// <exception cref="ArgumentException">A name that no policy has.</exception>
    public static ReplacementPolicy Create(string name, int sets, int ways) => name.ToUpperInvariant() switch
    {
        "LRU" => new LeastRecentlyUsed(sets, ways, countHits: true),
        "FIFO" => new LeastRecentlyUsed(sets, ways, countHits: false),
        "PLRU" or "PLRU-TREE" or "TREE-PLRU" => new TreePseudoLru(sets, ways, lowestEmptyFirst: false),
        // PLRUl is nanoBench's name.
        "PLRU-TREE-LINEARFILL" or "PLRU-TREE-LINEAR" or "PLRU-LINEAR" or "PLRUL" => new TreePseudoLru(sets, ways, lowestEmptyFirst: true),
        var other when other.StartsWith("QLRU_", StringComparison.Ordinal) => new QuadAgeLru(QuadAgeRules.Parse(other), sets, ways),
        _ => throw new ArgumentException($"No replacement policy is called '{name}'; the names are {string.Join(", ", Names)}."),
    };
}

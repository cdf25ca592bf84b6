namespace Course.Caches;

/// <summary>What the levels of a hierarchy do for each other.</summary>
public enum HierarchyKind
{
    /// <summary>Neither inclusive nor exclusive, with write-backs, as in Dinero IV.</summary>
    Dinero,

    /// <summary>I1, D1 and a shared LL without write-backs, as in valgrind's cachegrind.</summary>
    Cachegrind,

    /// <summary>A line that a lower level loses leaves the levels above too.</summary>
    Inclusive,

    /// <summary>A line lies in one level only; victims move down.</summary>
    Exclusive,

    /// <summary>Each level keeps lines for itself; write-backs change no recency.</summary>
    Nine,

    /// <summary>As in pycachesim when its driver loads a line before it stores to it.</summary>
    PycachesimRfo,

    /// <summary>As in pycachesim when its driver only stores.</summary>
    PycachesimNative,
}

namespace Course.Caches.Reports;

/// <summary>
/// Accesses whose line was last used <c>From</c> to <c>To</c> distinct other lines ago. A fully associative LRU cache of n lines hits
/// exactly those with a distance below n.
/// </summary>
/// <param name="From">-1 with <paramref name="To"/> -1: the line was never used before.</param>
public readonly record struct ReuseRow(long From, long To, long Accesses);

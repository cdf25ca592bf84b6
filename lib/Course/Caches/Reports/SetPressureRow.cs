namespace Course.Caches.Reports;

/// <summary>What one set of the first level had to hold.</summary>
/// <param name="DistinctLines">Different lines that ever came to this set; above the ways, they cannot all stay.</param>
public readonly record struct SetPressureRow(int Set, long Accesses, long Misses, long DistinctLines);

namespace Course.Caches.Reports;

/// <summary>How often lines of one array had to leave one level for lines of another (or the same) array.</summary>
public readonly record struct EvictionRow(string Level, string Evicted, string EvictedBy, long Lines);

namespace Course.Caches.Reports;

/// <summary>What one array did in one loop, at one level.</summary>
/// <param name="Evictions">Lines that had to leave for this array's lines.</param>
public readonly record struct AttributionRow(
    string Level, string Array, string Loop, long Accesses, long Misses, long Evictions)
{
    public double MissRate => Accesses == 0 ? 0 : (double)Misses / Accesses;
}

namespace Course.Caches.Reports;

/// <summary>The misses that the same trace would have had with one thing changed.</summary>
/// <param name="Change">The thing, in words.</param>
/// <param name="MissesLess">Misses of the real first level minus these; negative when the change makes it worse.</param>
public readonly record struct Counterfactual(string Change, long Misses, double MissRate, long MissesLess);

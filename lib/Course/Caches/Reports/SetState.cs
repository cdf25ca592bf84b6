namespace Course.Caches.Reports;

/// <summary>What one set holds: the first addresses of its lines, those kept longest first, and which of them are written.</summary>
public sealed record SetState(string Level, int Set, IReadOnlyList<ulong> Lines, IReadOnlyList<ulong> Written)
{
    public static SetState Of(CacheSimulator simulator, int level, int set)
    {
        SetAssociativeCache cache = simulator.Hierarchy.Levels[level];
        ulong AddressIn(int way) => cache.Set(set)[way] << cache.Geometry.LineShift;
        int[] held = [.. Enumerable.Range(0, cache.Geometry.Ways).Where(way => cache.Set(set)[way] != SetAssociativeCache.NoLine).OrderBy(way => cache.Rank(set, way))];
        return new SetState(simulator.Configuration.Levels[level].Name, set, [.. held.Select(AddressIn)], [.. held.Where(way => cache.IsDirty(set, way)).Select(AddressIn)]);
    }

    public override string ToString() => Lines.Count == 0 ? "empty" : string.Join(' ', Lines.Select(line => $"0x{line:x}{(Written.Contains(line) ? "*" : "")}"));
}

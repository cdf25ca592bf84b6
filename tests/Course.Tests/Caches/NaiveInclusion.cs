using Course.Caches;

namespace Course.Tests.Caches;

/// <summary>Inclusive, exclusive and NINE hierarchies written from the rules alone: ways with the time of their last use, and nothing of the library's caches.</summary>
internal sealed class NaiveInclusion(HierarchyKind kind, IReadOnlyList<LevelConfiguration> levels)
{
    private sealed class Way
    {
        public ulong? Line;
        public long Time;
    }

    private readonly Way[][] _ways = [.. levels.Select(level => Enumerable.Range(0, level.Geometry.Lines).Select(_ => new Way()).ToArray())];
    private long _now;

    public CacheCounts[] Counts { get; } = [.. levels.Select(_ => new CacheCounts())];

    public void Ask(ulong line) => Ask(0, line);

    private IEnumerable<Way> Set(int level, ulong line) =>
        _ways[level].Skip((int)(line % (ulong)levels[level].Geometry.Sets) * levels[level].Geometry.Ways).Take(levels[level].Geometry.Ways);

    private Way? Find(int level, ulong line) => Set(level, line).FirstOrDefault(way => way.Line == line);

    private Way Oldest(int level, ulong line) => Set(level, line).FirstOrDefault(way => way.Line is null) ?? Set(level, line).MinBy(way => way.Time)!;

    private void Ask(int level, ulong line)
    {
        if (level == levels.Count) return;
        bool keepsNothing = kind == HierarchyKind.Exclusive && level > 0;
        if (Find(level, line) is { } hit)
        {
            Counts[level].Hits++;
            if (levels[level].Policy == "LRU") hit.Time = ++_now;
            if (!keepsNothing) return;
            Counts[level].MovedUp++;
            hit.Line = null;
            return;
        }
        Counts[level].ReadMisses++;
        if (keepsNothing)
        {
            Ask(level + 1, line);
            return;
        }
        Way way = Oldest(level, line);
        Ask(level + 1, line);
        ulong? victim = Put(level, way, line);
        if (victim is null) return;
        if (kind == HierarchyKind.Inclusive) TakeAway(level - 1, victim.Value);
        if (kind == HierarchyKind.Exclusive) PutBelow(level + 1, victim.Value);
    }

    private ulong? Put(int level, Way way, ulong line)
    {
        ulong? victim = way.Line;
        (way.Line, way.Time) = (line, ++_now);
        if (victim is not null) Counts[level].Evictions++;
        return victim;
    }

    private void TakeAway(int level, ulong line)
    {
        if (level < 0 || Find(level, line) is not { } way) return;
        Counts[level].BackInvalidations++;
        way.Line = null;
        TakeAway(level - 1, line);
    }

    private void PutBelow(int level, ulong line)
    {
        if (level < levels.Count && Put(level, Oldest(level, line), line) is { } victim) PutBelow(level + 1, victim);
    }
}

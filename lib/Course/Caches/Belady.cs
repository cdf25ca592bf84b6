using Course.Traces;

namespace Course.Caches;

/// <summary>
/// The fewest misses any replacement policy could have: of a full set, the line leaves whose next use is farthest away.
/// No machine can do it, because it needs the future. Source: L. A. Belady, IBM Systems Journal, 1966.
/// </summary>
public static class Belady
{
    private const long Never = long.MaxValue;

    public static long CountMisses(Trace trace, CacheGeometry geometry, AccessMode mode = AccessMode.Split)
    {
        var lines = new List<ulong>(trace.Count);
        LineStream.ForEach(trace.Accesses, geometry, mode, (_, line, _) => lines.Add(line));
        long[] nextUse = NextUses(lines);

        ulong[] resident = new ulong[geometry.Lines];
        long[] residentNextUse = new long[geometry.Lines];
        Array.Fill(resident, SetAssociativeCache.NoLine);
        long misses = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            int first = geometry.SetOf(lines[i]) * geometry.Ways;
            Span<ulong> set = resident.AsSpan(first, geometry.Ways);
            Span<long> uses = residentNextUse.AsSpan(first, geometry.Ways);
            int way = set.IndexOf(lines[i]);
            if (way < 0)
            {
                misses++;
                way = set.IndexOf(SetAssociativeCache.NoLine);
                if (way < 0) way = Farthest(uses);
                set[way] = lines[i];
            }
            uses[way] = nextUse[i];
        }
        return misses;
    }

    private static long[] NextUses(List<ulong> lines)
    {
        long[] next = new long[lines.Count];
        var seen = new Dictionary<ulong, int>();
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            next[i] = seen.TryGetValue(lines[i], out int later) ? later : Never;
            seen[lines[i]] = i;
        }
        return next;
    }

    private static int Farthest(ReadOnlySpan<long> uses)
    {
        int way = 0;
        for (int i = 1; i < uses.Length; i++)
            if (uses[i] > uses[way]) way = i;
        return way;
    }
}

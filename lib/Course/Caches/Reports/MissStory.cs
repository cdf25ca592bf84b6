using System.Globalization;
using Course.Traces;

namespace Course.Caches.Reports;

/// <summary>Why one access missed the first level.</summary>
/// <param name="Access">Index of the access that missed.</param>
/// <param name="Line">Number of the line; its first byte is <c>Line * line bytes</c>.</param>
/// <param name="LastUse">Index of the access that used the line before, or -1.</param>
/// <param name="EvictedAt">Index of the access at which it left, or -1.</param>
/// <param name="EvictedBy">The line that it left for; meaningless when <paramref name="EvictedAt"/> is -1.</param>
/// <param name="DistinctLines">Distinct other lines used since its last use.</param>
/// <param name="DistinctLinesInSet">Those of them that belong to its set.</param>
/// <param name="Reason">Compulsory, conflict or capacity, by comparison with a fully associative LRU cache.</param>
/// <param name="Text">The story in sentences.</param>
public sealed record MissStory(
    int Access, ulong Line, int Set, int LastUse, int EvictedAt, ulong EvictedBy, int DistinctLines, int DistinctLinesInSet, string Reason, string Text)
{
    /// <summary>The story of the first line that the access misses, or null when it misses none.</summary>
    public static MissStory? Of(LevelConfiguration level, Trace trace, int access, AccessMode mode = AccessMode.Split)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)access, (uint)trace.Count, nameof(access));
        CacheGeometry geometry = level.Geometry;
        var configuration = new CacheConfiguration([level with { Classify = false }], Access: mode);
        ulong? missed = FirstMiss(configuration, trace, access);
        if (missed is not { } line) return null;
        int start = LastUseBefore(trace, access, line, geometry, mode);
        IReadOnlyList<CacheEvent> events = EventsBetween(configuration, trace, Math.Max(start, 0), access);
        int miss = 0;
        while (events[miss] is not { Kind: CacheEventKind.Miss } at || at.Access != access || at.Line != line) miss++;

        int lastUse = -1, evictedAt = -1;
        ulong evictedBy = 0;
        HashSet<ulong> between = [];
        for (int i = miss - 1; i >= 0 && lastUse < 0; i--)
        {
            CacheEvent before = events[i];
            if (before.Line == line && before.Kind == CacheEventKind.Evict && evictedAt < 0) (evictedAt, evictedBy) = (before.Access, FilledAfter(events, i));
            else if (before.Kind is not (CacheEventKind.Hit or CacheEventKind.Miss)) continue;
            else if (before.Line == line) lastUse = before.Access;
            else between.Add(before.Line);
        }
        int set = events[miss].Set;
        int inSet = between.Count(other => geometry.SetOf(other) == set);
        bool seen = lastUse >= 0;
        string reason = !seen ? "compulsory" : between.Count < geometry.Lines ? "conflict" : "capacity";
        var story = new MissStory(access, line, set, lastUse, evictedAt, evictedBy, seen ? between.Count : 0, seen ? inSet : 0, reason, "");
        return story with { Text = story.Tell(level, trace) };
    }

    private static ulong? FirstMiss(CacheConfiguration configuration, Trace trace, int access)
    {
        foreach (CacheEvent happened in EventsBetween(configuration, trace, access, access))
            if (happened.Kind == CacheEventKind.Miss) return happened.Line;
        return null;
    }

    private static int LastUseBefore(Trace trace, int access, ulong line, CacheGeometry geometry, AccessMode mode)
    {
        int last = -1;
        LineStream.ForEach(trace.Accesses[..access], geometry, mode, (index, used, _) =>
        {
            if (used == line) last = index;
        });
        return last;
    }

    private static IReadOnlyList<CacheEvent> EventsBetween(CacheConfiguration configuration, Trace trace, int first, int last)
    {
        var recorder = new CacheEventList();
        var simulator = new CacheSimulator(configuration);
        simulator.Run(trace.Accesses[..first]);
        simulator.Hierarchy.Observer = recorder;
        simulator.Run(trace.Accesses[first..(last + 1)]);
        return recorder.Events;
    }

    private static ulong FilledAfter(IReadOnlyList<CacheEvent> events, int evict)
    {
        while (events[evict].Kind != CacheEventKind.Fill) evict++;
        return events[evict].Line;
    }

    private string Tell(LevelConfiguration level, Trace trace)
    {
        CacheGeometry geometry = level.Geometry;
        string Who(int index)
        {
            Access at = trace[index];
            string kind = at.Kind.ToString().ToLowerInvariant();
            string array = at.Array == 0 ? "" : $" of {trace.Arrays[at.Array].Name}";
            string loop = at.Loop == 0 ? "" : $" in {trace.Loops[at.Loop]}";
            return string.Create(CultureInfo.InvariantCulture, $"access {index:N0} ({kind} of {at.Size} B at 0x{at.Address:x}{array}{loop})");
        }

        string Place(ulong line) => $"line 0x{line << geometry.LineShift:x}";
        string head = $"{Capital(Who(Access))} misses {level.Name}: {Place(Line)}, set {Set}. ";
        if (LastUse < 0) return head + "Nothing had used this line before: a compulsory miss.";
        string evicted = EvictedAt < 0 ? "It was never kept. " : $"It left for {Place(EvictedBy)} at {Who(EvictedAt)}. ";
        string lines = string.Create(CultureInfo.InvariantCulture,
            $"Last used by {Who(LastUse)}; since then {DistinctLines:N0} other lines were used, {DistinctLinesInSet:N0} of them in this set of {geometry.Ways} ways. ");
        return head + lines + evicted + (Reason == "conflict"
            ? $"A conflict miss: the cache holds {geometry.Lines} lines, enough for all of them, but not this set."
            : $"A capacity miss: more lines than the {geometry.Lines} that the cache holds.");
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

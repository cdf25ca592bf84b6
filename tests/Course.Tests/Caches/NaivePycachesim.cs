using Course.Caches;

namespace Course.Tests.Caches;

/// <summary>A level of pycachesim written from its rules alone: a set is a queue of (line, dirty), the newest first.</summary>
internal sealed class NaivePycachesim(LevelConfiguration options, NaivePycachesim? below)
{
    private readonly Dictionary<ulong, List<(ulong Line, bool Dirty)>> _sets = [];

    public long Loads { get; private set; }
    public long Stores { get; private set; }
    public long Hits { get; private set; }
    public long Misses { get; private set; }
    public long Evictions { get; private set; }

    private ulong Size => (ulong)options.Geometry.LineBytes;

    public void Load(ulong address, ulong bytes)
    {
        Loads++;
        for (ulong line = address / Size; line <= (address + bytes - 1) / Size; line++)
        {
            List<(ulong Line, bool Dirty)> set = Set(line);
            int at = set.FindIndex(entry => entry.Line == line);
            if (at < 0)
            {
                Misses++;
                below?.Load(line * Size, Size);
                Insert(line, dirty: false);
                continue;
            }
            Hits++;
            if (options.Policy != "LRU") continue;
            (ulong, bool) used = set[at];
            set.RemoveAt(at);
            set.Insert(0, used);
        }
    }

    public void Store(ulong address, ulong bytes)
    {
        Stores++;
        ulong end = address + bytes;
        for (ulong line = address / Size; line <= (end - 1) / Size; line++)
        {
            if (Set(line).All(entry => entry.Line != line))
            {
                if (options.WriteAllocate) Load(line * Size, Size);
                else if (options.WriteBack) Insert(line, dirty: true);
            }
            int at = Set(line).FindIndex(entry => entry.Line == line);
            if (options.WriteBack && at >= 0)
            {
                Set(line)[at] = (line, true);
                continue;
            }
            ulong from = Math.Max(address, line * Size);
            below?.Store(from, from + Size < end ? Size : end - from);
        }
    }

    private List<(ulong Line, bool Dirty)> Set(ulong line)
    {
        ulong set = line % (ulong)options.Geometry.Sets;
        if (!_sets.TryGetValue(set, out List<(ulong, bool)>? queue)) _sets[set] = queue = [];
        return queue;
    }

    private void Insert(ulong line, bool dirty)
    {
        List<(ulong Line, bool Dirty)> set = Set(line);
        (ulong Line, bool Dirty)? victim = set.Count == options.Geometry.Ways ? set[^1] : null;
        if (victim is not null) set.RemoveAt(set.Count - 1);
        set.Insert(0, (line, dirty));
        if (!options.WriteBack || victim is not { Dirty: true }) return;
        Evictions++;
        below?.Store(victim.Value.Line * Size, Size);
    }
}

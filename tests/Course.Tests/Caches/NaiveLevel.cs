using Course.Caches;

namespace Course.Tests.Caches;

/// <summary>
/// A level written from the rules alone, with lists in order of recency and no code of the library's caches: the oracle of random tests.
/// </summary>
internal sealed class NaiveLevel(LevelConfiguration options, NaiveLevel? below)
{
    private sealed class Entry
    {
        public ulong Line;
        public bool Dirty, Untouched;
    }

    private readonly Dictionary<ulong, List<Entry>> _sets = [];
    private readonly List<ulong> _oneSet = []; // The fully associative cache, newest last.
    private readonly HashSet<ulong> _seen = [];

    public CacheCounts Counts { get; } = new();

    public long MemoryReads { get; private set; }

    public long MemoryWrites { get; private set; }

    /// <summary>Addresses of all bytes that stand in lines written since they came.</summary>
    public IEnumerable<ulong> DirtyBytes => _sets.Values.SelectMany(set => set).Where(entry => entry.Dirty)
        .SelectMany(entry => Enumerable.Range(0, options.Geometry.LineBytes).Select(at => entry.Line * (ulong)options.Geometry.LineBytes + (ulong)at));

    public void Ask(ulong address, ulong bytes, bool write)
    {
        ulong size = (ulong)options.Geometry.LineBytes;
        for (ulong line = address / size; line <= (address + bytes - 1) / size; line++)
        {
            ulong from = Math.Max(address, line * size), to = Math.Min(address + bytes, (line + 1) * size);
            AskLine(line, from, to - from, write, prefetch: false);
        }
    }

    private void Below(ulong address, ulong bytes, bool write)
    {
        if (write) Counts.BytesWrittenBelow += (long)bytes; else Counts.BytesReadFromBelow += (long)bytes;
        if (below is not null) below.Ask(address, bytes, write);
        else if (write) MemoryWrites++;
        else MemoryReads++;
    }

    private void AskLine(ulong line, ulong address, ulong bytes, bool write, bool prefetch)
    {
        ulong size = (ulong)options.Geometry.LineBytes, sets = (ulong)options.Geometry.Sets;
        if (!_sets.TryGetValue(line % sets, out List<Entry>? set)) _sets[line % sets] = set = [];
        Entry? entry = set.Find(one => one.Line == line);
        bool miss = entry is null, first = entry is { Untouched: true };
        bool lru = options.Policy == "LRU";

        if (prefetch)
        {
            Counts.Prefetches++;
            if (miss) Counts.PrefetchMisses++;
        }
        else
        {
            if (write) Counts.Writes++; else Counts.Reads++;
            if (!miss) Counts.Hits++;
            else if (write) Counts.WriteMisses++;
            else Counts.ReadMisses++;
            if (options.Classify) Classify(line, miss);
        }
        if (options.Classify) MoveInOneSet(line, write, lru);

        Entry? victim = null;
        if (miss && (!write || options.WriteAllocate))
        {
            entry = new Entry { Line = line, Untouched = true };
            set.Add(entry);
            if (set.Count > options.Geometry.Ways)
            {
                victim = set[0];
                set.RemoveAt(0);
                Counts.Evictions++;
            }
        }
        else if (!miss && lru)
        {
            set.Remove(entry!);
            set.Add(entry!);
        }
        if (entry is not null && !prefetch) entry.Untouched = false;
        bool marked = write && entry is not null && options.WriteBack;
        if (marked) entry!.Dirty = true;

        if (miss && (!write || (options.WriteAllocate && bytes < size))) Below(line * size, size, write: false);
        if (write && !marked) Below(address, bytes, write: true);
        if (victim is { Dirty: true })
        {
            Counts.WriteBacks++;
            Below(victim.Line * size, size, write: true);
        }
        bool next = !write && !prefetch && options.Prefetch switch
        {
            PrefetchKind.NextLineAlways => true,
            PrefetchKind.NextLineOnMiss => miss,
            PrefetchKind.NextLineTagged => miss || first,
            _ => false,
        };
        if (next) AskLine(line + 1, (line + 1) * size, size, write: false, prefetch: true);
    }

    private void Classify(ulong line, bool miss)
    {
        bool inOneSet = _oneSet.Contains(line);
        if (!inOneSet) Counts.FullyAssociativeMisses++;
        if (!miss) return;
        if (!_seen.Contains(line)) Counts.Compulsory++;
        else if (inOneSet) Counts.Conflict++;
        else Counts.Capacity++;
    }

    private void MoveInOneSet(ulong line, bool write, bool lru)
    {
        _seen.Add(line);
        bool there = _oneSet.Contains(line);
        if (there && lru) _oneSet.Remove(line);
        if ((there && lru) || (!there && (!write || options.WriteAllocate))) _oneSet.Add(line);
        if (_oneSet.Count > options.Geometry.Lines) _oneSet.RemoveAt(0);
    }
}

using Course.Caches;
using Course.Traces;

namespace Course.Tests.Caches;

/// <summary>Cachegrind's rules written from their description alone: I1, D1 and LL as lists in order of recency, and nothing of the library's caches.</summary>
internal sealed class NaiveCachegrind(IReadOnlyList<CacheGeometry> geometries)
{
    private readonly Dictionary<(int Level, ulong Set), List<ulong>> _sets = [];

    /// <summary>By level: references, misses by reading (data or instructions), misses by writing.</summary>
    public (long Refs, long ReadMisses, long WriteMisses)[] Counts { get; } = new (long, long, long)[3];

    public long LastLevelInstructionMisses { get; private set; }

    public void Refer(Access access)
    {
        if (access.Size == 0) return;
        bool isInstruction = access.Kind == AccessKind.Instruction, writes = access.Kind == AccessKind.Store;
        int size = isInstruction ? access.Size : Math.Min(access.Size, geometries.Min(geometry => geometry.LineBytes));
        if (!Misses(isInstruction ? 0 : 1, access.Address, size, writes)) return;
        if (Misses(2, access.Address, size, writes) && isInstruction) LastLevelInstructionMisses++;
    }

    private bool Misses(int level, ulong address, int size, bool writes)
    {
        ulong lineBytes = (ulong)geometries[level].LineBytes;
        int missing = 0;
        for (ulong line = address / lineBytes; line <= (address + (ulong)size - 1) / lineBytes; line++)
        {
            (int, ulong) place = (level, line % (ulong)geometries[level].Sets);
            if (!_sets.TryGetValue(place, out List<ulong>? set)) _sets[place] = set = [];
            if (!set.Remove(line)) missing++;
            set.Add(line);
            if (set.Count > geometries[level].Ways) set.RemoveAt(0);
        }
        (long refs, long readMisses, long writeMisses) = Counts[level];
        int miss = missing > 0 ? 1 : 0;
        Counts[level] = (refs + 1, readMisses + (writes ? 0 : miss), writeMisses + (writes ? miss : 0));
        return miss == 1;
    }
}

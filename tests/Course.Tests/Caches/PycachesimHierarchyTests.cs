using Course.Caches;
using Course.Traces;

namespace Course.Tests.Caches;

public sealed class PycachesimHierarchyTests
{
    [Fact]
    public void Random_hierarchies_count_what_an_independent_reference_counts()
    {
        var random = new Random(16);
        for (int round = 0; round < 200; round++)
        {
            LevelConfiguration[] levels = [.. Enumerable.Range(1, random.Next(1, 4)).Select(level =>
                new LevelConfiguration($"L{level}", new CacheGeometry(random.Next(1, 9), random.Next(1, 6), 1 << random.Next(3, 8)))
                {
                    Policy = random.Next(3) == 0 ? "FIFO" : "LRU",
                    WriteBack = random.Next(3) != 0,
                    WriteAllocate = random.Next(3) != 0,
                })];
            bool loadBeforeStore = random.Next(2) == 0;
            var simulator = new CacheSimulator(new CacheConfiguration(levels, loadBeforeStore ? HierarchyKind.PycachesimRfo : HierarchyKind.PycachesimNative));
            Trace trace = RandomTraces.Create(random, accesses: 300, footprintBytes: 1 << random.Next(7, 13));
            simulator.Run(trace);

            NaivePycachesim[] naive = RunNaive(levels, trace, loadBeforeStore);
            for (int level = 0; level < levels.Length; level++)
            {
                CacheCounts ours = simulator.Counts[level];
                NaivePycachesim theirs = naive[level];
                Assert.Equal((theirs.Loads, theirs.Stores, theirs.Hits, theirs.Misses, theirs.Evictions), (ours.Reads, ours.Writes, ours.Hits, ours.Misses, ours.WriteBacks));
            }
        }
    }

    private static NaivePycachesim[] RunNaive(LevelConfiguration[] levels, Trace trace, bool loadBeforeStore)
    {
        var naive = new NaivePycachesim[levels.Length];
        for (int level = levels.Length - 1; level >= 0; level--)
            naive[level] = new NaivePycachesim(levels[level], level + 1 < levels.Length ? naive[level + 1] : null);
        foreach (Access access in trace.Accesses)
        {
            if (access.Size == 0 || access.Kind == AccessKind.Instruction) continue;
            if (access.Kind != AccessKind.Store) naive[0].Load(access.Address, (ulong)access.Size);
            if (access.Kind == AccessKind.Load) continue;
            if (loadBeforeStore) naive[0].Load(access.Address, (ulong)access.Size);
            naive[0].Store(access.Address, (ulong)access.Size);
        }
        return naive;
    }
}

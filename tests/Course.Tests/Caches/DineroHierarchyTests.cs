using Course.Caches;
using Course.Traces;

namespace Course.Tests.Caches;

public sealed class DineroHierarchyTests
{
    private static readonly PrefetchKind[] Prefetchers = Enum.GetValues<PrefetchKind>();

    [Fact]
    public void Random_hierarchies_count_what_an_independent_reference_counts()
    {
        var random = new Random(4);
        for (int round = 0; round < 300; round++)
        {
            LevelConfiguration[] levels = [.. Enumerable.Range(1, random.Next(1, 4)).Select(level => RandomLevel(random, level))];
            var configuration = new CacheConfiguration(levels, Access: random.Next(5) == 0 ? AccessMode.Cachelab : AccessMode.Split);
            Trace trace = RandomTraces.Create(random, accesses: 400, footprintBytes: 1 << random.Next(8, 14));

            var simulator = new CacheSimulator(configuration);
            simulator.Run(trace);
            NaiveLevel[] naive = RunNaive(configuration, trace);

            // The flush is told apart: asking for it changes no count.
            Assert.Equal(naive.SelectMany(level => level.DirtyBytes).Distinct().Count(), simulator.Hierarchy.FlushBytes());
            for (int level = 0; level < levels.Length; level++) Assert.Equal(naive[level].Counts, simulator.Counts[level]);
            Assert.Equal(naive[^1].MemoryReads, simulator.Memory.Reads);
            Assert.Equal(naive[^1].MemoryWrites, simulator.Memory.Writes);
        }
    }

    [Fact]
    public void A_store_of_a_whole_line_fetches_nothing()
    {
        var simulator = new CacheSimulator(CacheConfiguration.FirstLevel);
        simulator.Step(new Access(AccessKind.Store, 0x1000, 64));
        simulator.Step(new Access(AccessKind.Store, 0x2000, 63));
        Assert.Equal(64, simulator.Counts[0].BytesReadFromBelow);
        Assert.Equal(2, simulator.Counts[0].WriteMisses);
        Assert.Equal(128, simulator.Hierarchy.FlushBytes());
    }

    private static LevelConfiguration RandomLevel(Random random, int level)
    {
        int sets = random.Next(4) == 0 ? random.Next(1, 13) : 1 << random.Next(4);
        int ways = random.Next(4) == 0 ? random.Next(1, 50) : 1 << random.Next(4);
        return new LevelConfiguration($"L{level}", new CacheGeometry(sets, ways, 1 << random.Next(2, 8)))
        {
            Policy = random.Next(3) == 0 ? "FIFO" : "LRU",
            WriteBack = random.Next(3) != 0,
            WriteAllocate = random.Next(3) != 0,
            Prefetch = random.Next(2) == 0 ? PrefetchKind.None : Prefetchers[random.Next(Prefetchers.Length)],
            Classify = random.Next(2) == 0,
        };
    }

    private static NaiveLevel[] RunNaive(CacheConfiguration configuration, Trace trace)
    {
        var levels = new NaiveLevel[configuration.Levels.Count];
        for (int level = levels.Length - 1; level >= 0; level--)
            levels[level] = new NaiveLevel(configuration.Levels[level], level + 1 < levels.Length ? levels[level + 1] : null);
        foreach (Access access in trace.Accesses)
        {
            ulong bytes = configuration.Access == AccessMode.Cachelab ? 1 : (ulong)access.Size;
            if (bytes == 0) continue;
            if (access.Kind is AccessKind.Load or AccessKind.Modify) levels[0].Ask(access.Address, bytes, write: false);
            if (access.Kind is AccessKind.Store or AccessKind.Modify) levels[0].Ask(access.Address, bytes, write: true);
        }
        return levels;
    }
}

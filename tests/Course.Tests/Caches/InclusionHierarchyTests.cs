using Course.Caches;
using Course.Traces;

namespace Course.Tests.Caches;

public sealed class InclusionHierarchyTests
{
    [Theory]
    [InlineData(HierarchyKind.Inclusive)]
    [InlineData(HierarchyKind.Exclusive)]
    [InlineData(HierarchyKind.Nine)]
    public void Levels_hold_what_their_rule_allows_and_no_write_is_lost(HierarchyKind kind)
    {
        var random = new Random(5);
        for (int round = 0; round < 40; round++)
        {
            LevelConfiguration[] levels = [.. Enumerable.Range(1, random.Next(2, 4)).Select(level =>
                new LevelConfiguration($"L{level}", new CacheGeometry(1 << random.Next(3), 1 << random.Next(1, 3 + level), 64)))];
            var simulator = new CacheSimulator(new CacheConfiguration(levels, kind));
            Trace trace = RandomTraces.Create(random, 300, 1 << 13, onlyPlainSizes: true);
            var written = new HashSet<ulong>();
            foreach (Access access in trace.Accesses)
            {
                simulator.Step(access);
                if (access.Kind == AccessKind.Store) written.Add(access.Address >> 6);
                Check(kind, simulator);
            }
            CacheCounts first = simulator.Counts[0];
            Assert.Equal(trace.Count, first.Accesses);
            Assert.Equal(first.Misses, simulator.Counts[1].Accesses);
            Assert.Equal(simulator.Counts[^1].Misses, simulator.Memory.Reads);
            // Every written line is still marked somewhere or has gone to memory.
            Assert.True(simulator.Hierarchy.FlushBytes() / 64 + simulator.Memory.Writes >= written.Count);
            if (kind != HierarchyKind.Inclusive) Assert.Equal(0, first.BackInvalidations);
        }
    }

    [Theory]
    [InlineData(HierarchyKind.Inclusive)]
    [InlineData(HierarchyKind.Exclusive)]
    [InlineData(HierarchyKind.Nine)]
    public void Random_hierarchies_count_what_an_independent_reference_counts(HierarchyKind kind)
    {
        var random = new Random(17);
        for (int round = 0; round < 100; round++)
        {
            int lineBytes = 1 << random.Next(3, 8);
            string policy = random.Next(4) == 0 ? "FIFO" : "LRU";
            LevelConfiguration[] levels = [.. Enumerable.Range(1, random.Next(1, 4)).Select(level =>
                new LevelConfiguration($"L{level}", new CacheGeometry(random.Next(1, 9), random.Next(1, 7), lineBytes), policy))];
            Trace trace = RandomTraces.Create(random, accesses: 300, footprintBytes: 1 << random.Next(7, 13));
            var simulator = new CacheSimulator(new CacheConfiguration(levels, kind));
            simulator.Run(trace);
            var naive = new NaiveInclusion(kind, levels);
            LineStream.ForEach(trace.Accesses, levels[0].Geometry, AccessMode.Split, (_, line, _) => naive.Ask(line));
            for (int level = 0; level < levels.Length; level++)
            {
                CacheCounts ours = simulator.Counts[level], theirs = naive.Counts[level];
                Assert.Equal((theirs.Hits, theirs.Misses, theirs.Evictions, theirs.BackInvalidations, theirs.MovedUp),
                    (ours.Hits, ours.Misses, ours.Evictions, ours.BackInvalidations, ours.MovedUp));
            }
        }
    }

    [Fact]
    public void An_inclusive_level_takes_its_lines_from_the_level_above()
    {
        var levels = new[] { new LevelConfiguration("L1", new CacheGeometry(1, 2, 64)), new LevelConfiguration("L2", new CacheGeometry(1, 2, 64)) };
        var simulator = new CacheSimulator(new CacheConfiguration(levels, HierarchyKind.Inclusive));
        // L1's hits on line 0 are unknown to L2, which sees 0 as its oldest line and loses it to line 2.
        foreach (ulong line in new ulong[] { 0, 1, 0, 2, 0 }) simulator.Step(new Access(AccessKind.Load, line * 64, 8));
        Assert.Equal(1, simulator.Counts[0].BackInvalidations);
        Assert.Equal(1, simulator.Counts[0].Hits);
        Assert.Equal(4, simulator.Memory.Reads);
    }

    private static void Check(HierarchyKind kind, CacheSimulator simulator)
    {
        for (int level = 0; level + 1 < simulator.Hierarchy.Levels.Length; level++)
        {
            SetAssociativeCache above = simulator.Hierarchy.Levels[level], below = simulator.Hierarchy.Levels[level + 1];
            for (int set = 0; set < above.Geometry.Sets; set++)
            {
                foreach (ulong line in above.Set(set))
                {
                    if (line == SetAssociativeCache.NoLine) continue;
                    if (kind == HierarchyKind.Inclusive) Assert.True(below.Find(line) >= 0);
                    if (kind == HierarchyKind.Exclusive) Assert.True(below.Find(line) < 0);
                }
            }
        }
    }
}

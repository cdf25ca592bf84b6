using Course.Caches;
using Course.Traces;

namespace Course.Tests.Caches;

public sealed class CacheTimelineTests
{
    [Theory]
    [InlineData(HierarchyKind.Dinero, "LRU")]
    [InlineData(HierarchyKind.Dinero, "QLRU_H11_M1_R0_U0")]
    [InlineData(HierarchyKind.Exclusive, "PLRU-tree")]
    [InlineData(HierarchyKind.PycachesimRfo, "FIFO")]
    public void Any_point_of_time_has_the_state_that_playing_up_to_it_gives(HierarchyKind kind, string policy)
    {
        LevelConfiguration[] levels = [new("L1", new CacheGeometry(4, 2, 64), policy), new("L2", new CacheGeometry(4, 40, 64), policy)];
        var configuration = new CacheConfiguration(levels, kind);
        Trace trace = RandomTraces.Create(new Random(6), 5000, 1 << 14);
        var timeline = new CacheTimeline(configuration, trace);
        foreach (int position in (int[])[5000, 0, 1, 4999, 1024, 1023, 2500])
        {
            CacheSimulator jumped = timeline.At(position), played = new(configuration);
            played.Run(trace.Accesses[..position]);
            Assert.Equal(played.Counts, jumped.Counts);
            for (int level = 0; level < levels.Length; level++)
            {
                for (int set = 0; set < 4; set++)
                {
                    Assert.True(played.Hierarchy.Levels[level].Set(set).SequenceEqual(jumped.Hierarchy.Levels[level].Set(set)));
                    for (int way = 0; way < 2; way++)
                        Assert.Equal(played.Hierarchy.Levels[level].Rank(set, way), jumped.Hierarchy.Levels[level].Rank(set, way));
                }
            }
        }
    }

    [Fact]
    public void The_events_of_single_accesses_are_the_events_of_the_trace()
    {
        Trace trace = RandomTraces.Create(new Random(8), 200, 1 << 12);
        var configuration = new CacheConfiguration(new LevelConfiguration("L1", new CacheGeometry(4, 2, 64)), new LevelConfiguration("L2", new CacheGeometry(8, 4, 64)));
        var timeline = new CacheTimeline(configuration, trace);
        Assert.Equal(CacheTimeline.EventsOf(configuration, trace), Enumerable.Range(0, 200).SelectMany(timeline.EventsOf));
    }
}

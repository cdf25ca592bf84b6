using Course.Caches;
using Course.Caches.Reports;

namespace Course.Tests.Caches.Reports;

public sealed class SimulatedLatencyTests
{
    private static readonly CacheConfiguration TwoLevels = new(
        new LevelConfiguration("L1", CacheGeometry.OfSize(1 << 10, 4, 64)), new LevelConfiguration("L2", CacheGeometry.OfSize(8 << 10, 8, 64)));

    /// <summary>Each set gets equally many lines in turn, so that LRU keeps all of them or none.</summary>
    [Theory]
    [InlineData(1, 4)]
    [InlineData(1 << 10, 4)]
    [InlineData(2 << 10, 12)]
    [InlineData(8 << 10, 12)]
    [InlineData(16 << 10, 100)]
    public void A_chase_costs_what_the_first_level_that_holds_it_costs(long bytes, double cycles) =>
        Assert.Equal([((double)bytes, cycles)], SimulatedLatency.RandomChase(TwoLevels, new LatencyModel([4, 12], 100), [bytes]));

    /// <summary>A quarter more than fits: the sets that got one line too many keep none of theirs, the others keep all.</summary>
    [Fact]
    public void A_working_set_a_little_too_large_falls_between_the_levels()
    {
        double cycles = SimulatedLatency.RandomChase(TwoLevels, new LatencyModel([4, 12], 100), [(1 << 10) + 128])[0].Cycles;
        // 18 lines in 4 sets of 4 ways: two sets of 5 lines miss, two of 4 hit.
        Assert.Equal((10 * 12 + 8 * 4) / 18.0, cycles, 12);
    }
}

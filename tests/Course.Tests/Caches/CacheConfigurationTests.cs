using Course.Caches;

namespace Course.Tests.Caches;

public sealed class CacheConfigurationTests
{
    [Fact]
    public void Sizes_that_a_system_reports_become_levels()
    {
        CacheConfiguration caches = CacheConfiguration.OfSizes([("L1", 48 << 10, 12, 64), ("L2", 1 << 20, 16, 64)]);
        Assert.Equal(["L1: 48 KiB, 12 ways, 64 B lines, 64 sets, LRU", "L2: 1 MiB, 16 ways, 64 B lines, 1024 sets, LRU"],
            caches.Levels.Select(level => level.ToString()));
    }

    [Fact]
    public void What_is_not_told_is_taken_as_usual_and_what_fills_no_set_is_left_out()
    {
        LevelConfiguration level = Assert.Single(CacheConfiguration.OfSizes([("L2", (1 << 20) + 100, 0, 0)]).Levels);
        Assert.Equal((1 << 20, 8, 64), (level.Geometry.SizeBytes, level.Geometry.Ways, level.Geometry.LineBytes));
        Assert.Equal(8 * 64, Assert.Single(CacheConfiguration.OfSizes([("tiny", 1, 8, 64)]).Levels).Geometry.SizeBytes);
    }

    [Fact]
    public void A_system_that_tells_nothing_gets_usual_caches_that_are_named_so() =>
        Assert.Equal(["usual L1", "usual L2", "usual L3"], CacheConfiguration.OfSizes([]).Levels.Select(level => level.Name));
}

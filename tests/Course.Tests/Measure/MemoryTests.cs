using Course.Measure;

namespace Course.Tests.Measure;

/// <summary>What every machine's memory does, whatever its speed: wide ratios within one run, and the best of five runs decides.</summary>
[Collection(TimingCollection.Name)]
public sealed class MemoryTests
{
    [Fact]
    public void InRandomOrderALargeSetIsSlowerThanASmallOneAndThanInOrder() => InOneOfFive(() =>
    {
        var random = MemoryLatency.Random(16 << 20);
        var sequential = MemoryLatency.Sequential(16 << 20);

        Assert.Equal(random.Select(point => point.Bytes), sequential.Select(point => point.Bytes));
        Assert.Equal((4096, 16 << 20), (random[0].Bytes, random[^1].Bytes));
        Assert.All(random, point => Assert.True(point.Nanoseconds > 0.1 && point.Low <= point.Nanoseconds && point.Nanoseconds <= point.High));
        Assert.True(random[^1].Nanoseconds > 3 * random[0].Nanoseconds);
        Assert.True(random[^1].Nanoseconds > 2 * sequential[^1].Nanoseconds);
    });

    [Fact]
    public void TheSecondLoadIsDearerOnALineOfItsOwn() => InOneOfFive(() =>
    {
        var pairs = MemoryLatency.SecondLoad();
        double within = Quantiles.Median([.. pairs.Where(pair => pair.Bytes < 64).Select(pair => pair.Nanoseconds)]);
        double beyond = Quantiles.Median([.. pairs.Where(pair => pair.Bytes >= 128).Select(pair => pair.Nanoseconds)]);
        Assert.True(beyond > 1.15 * within, $"{within} and {beyond} ns");
    });

    [SkippableFact]
    public void LinesOneWayApartDriveEachOtherOut()
    {
        CacheLevel first = Machine.Current.DataCaches().FirstOrDefault();
        Skip.If(first.Ways == 0, "This system does not tell how many ways its first cache has.");
        InOneOfFive(() =>
        {
            var pitches = MemoryLatency.ByPitch();
            double conflict = pitches.Single(point => point.PitchBytes == first.Bytes / first.Ways).Nanoseconds;
            Assert.True(conflict > 1.5 * Quantiles.Median([.. pitches.Select(point => point.Nanoseconds)]));
        });
    }

    [Fact]
    public void ManyPagesCostMoreThanAsManyLinesPacked() => InOneOfFive(() =>
        Assert.True(MemoryLatency.OneLinePerPage()[^1].Nanoseconds > 1.2 * MemoryLatency.SameLinesPacked()[^1].Nanoseconds));

    [Fact]
    public void EveryStreamMovesEveryByteOfEverySize()
    {
        foreach (StreamKind kind in Enum.GetValues<StreamKind>())
            Assert.Equal([4096, 8192, 16384, 32768, 65536], MemoryBandwidth.Stream(kind, 65536).Select(point => point.Bytes));
        Assert.Throws<ArgumentOutOfRangeException>(() => MemoryBandwidth.Stream(StreamKind.Read, 1L << 40));
    }

    [Fact]
    public void LongStridesAndColumnsCostMore() => InOneOfFive(() =>
    {
        var strides = MemoryBandwidth.ByStride();
        Assert.True(strides.Single(point => point.StrideBytes == 256).Nanoseconds > 1.5 * strides[0].Nanoseconds);
        var (rows, columns) = (MemoryBandwidth.RowByRow(), MemoryBandwidth.ColumnByColumn());
        Assert.Equal(rows.Select(point => point.Size), columns.Select(point => point.Size));
        Assert.True(columns.Sum(point => point.Nanoseconds) > 1.3 * rows.Sum(point => point.Nanoseconds));
    });

    [Fact]
    public void TheHierarchyEndsInMainMemoryAndGetsSlower() => InOneOfFive(() =>
    {
        var levels = MemoryLevel.MeasureAll();
        Assert.Equal([.. Machine.Current.DataCaches().Select(cache => cache.Name), "main memory"], levels.Select(level => level.Name));
        Assert.True(levels[^1].Nanoseconds > 3 * MemoryLatency.Random(4096)[0].Nanoseconds);
        Assert.All(levels, level => Assert.InRange(level.Cycles / level.Nanoseconds, 0.5, 8));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void ARingVisitsEveryPlaceOnce(int count)
    {
        foreach (int[] next in new[] { PointerChase.RandomRing(count), PointerChase.SequentialRing(count) })
        {
            var visited = new HashSet<int>();
            for (int place = 0; visited.Add(place); place = next[place]) ;
            Assert.Equal(count, visited.Count);
        }
    }

    private static void InOneOfFive(Action attempt)
    {
        for (int left = 5; ; left--)
            try
            {
                attempt();
                return;
            }
            catch (Xunit.Sdk.XunitException) when (left > 1)
            {
                // Another program had the memory to itself; the same again.
            }
    }
}

using Course.Blur;
using Course.Exercises;
using Course.Measure.Counting;
using Course.Tests.Blur;
using Course.Tests.Measure;

namespace Course.Tests.Exercises;

[Collection(TimingCollection.Name)]
public sealed class RungCountersTests
{
    [Fact]
    public void APixelOfOneByteAsksTheLastCacheForItsLinesOnce()
    {
        var photo = MeanOracle.Picture(64, 64);
        var simulated = RungCounters.Simulated(Ladder.Find("flat bytes"), photo);
        Assert.All(simulated, row => Assert.Equal(CounterOrigin.Simulated, row.Origin));
        // 62 * 62 pixels with nine loads, a store, eight additions and a division each, or as its source says.
        var work = Ladder.Find("flat bytes").Work;
        Assert.Equal((work.Loads + work.Stores + work.Operations) * 62 * 62, simulated[0].Value());
        // 64 lines of picture and 62 of result, whose first and last pixels are not touched; the first cache keeps them all.
        Assert.Equal(64 + 62, simulated[1].Value());
    }

    [Fact]
    public void WhatCannotBeRecordedSaysWhy()
    {
        var rows = RungCounters.Simulated(Ladder.Find("all cores"), MeanOracle.Picture(16, 16));
        Assert.Contains("cannot be recorded", rows[1].Note);
        Assert.Null(rows[1].Value());
    }

    [Fact]
    public void MeasuredAndSimulatedStandInOneTable()
    {
        CounterTable table = RungCounters.Of(Ladder.Find("flat doubles"), MeanOracle.Picture(64, 64));
        Assert.Equal("flat doubles", table.Label);
        Assert.Contains(table, row => row is { Counter: "instructions", Origin: CounterOrigin.Simulated });
        Assert.Contains(table, row => row is { Counter: "task-clock", Origin: CounterOrigin.Measured });
        Assert.True(table.Value(CounterKind.CacheReferences) > 0);
    }
}

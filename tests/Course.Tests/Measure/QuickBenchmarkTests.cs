using BenchmarkDotNet.Attributes;
using Course.Measure;

namespace Course.Tests.Measure;

[Collection(TimingCollection.Name)]
public sealed class QuickBenchmarkTests
{
    private static byte[] kept = [];
    private static double sink;

    [Fact]
    public void LambdasAreMeasuredByTheirLabels()
    {
        var times = QuickBenchmark.Run(("an array, 1000 bytes", () => kept = new byte[1000]), ("twenty thousand divisions", () => Divide(20_000)));

        Assert.Equal(["an array, 1000 bytes", "twenty thousand divisions"], times.Select(one => one.Label));
        // BenchmarkDotNet counts the whole process, so what the test host's other threads allocate may add some bytes a call.
        Assert.InRange(times[0].BytesPerCall, 1024, 1124);
        Assert.InRange(times[1].BytesPerCall, 0, 100);
        Assert.All(times, one => Assert.Equal(8, one.Samples().Count));
        Assert.All(times, one => Assert.Contains("standard deviation", one.Note));
        // The fastest of both agree, however busy the machine is with something else.
        double ours = Timing.Interleaved(("divisions", () => Divide(20_000)))[0].Samples().Min();
        Assert.InRange(times[1].Samples().Min() / ours, 0.2, 5);
    }

    [Fact]
    public void AClassIsMeasuredMethodByMethod()
    {
        Measurements times = QuickBenchmark.Run<TwoMethods>();
        Assert.Equal([nameof(TwoMethods.Few), nameof(TwoMethods.Many)], times.Select(one => one.Label));
        Assert.All(times, one => Assert.NotEqual("", one.Tier));
        Assert.Equal((Machine.Current, JitSettings.Current), (times.Machine, times.Jit));
    }

    [Fact]
    public void WhatCannotBeMeasuredIsNamed()
    {
        int calls = 0;
        var thrown = Assert.Throws<InvalidOperationException>(() => QuickBenchmark.Run(("breaks", () => { if (calls++ > 3) throw new FormatException("not this one"); })));
        Assert.Contains("'breaks' did not run to its end: not this one", thrown.Message);
        Assert.Contains("NoMethods", Assert.Throws<InvalidOperationException>(() => QuickBenchmark.Run<NoMethods>()).Message);
        Assert.Contains("sealed", Assert.Throws<InvalidOperationException>(() => QuickBenchmark.Run<SealedMethods>()).Message);
    }

    public class TwoMethods
    {
        [Benchmark] public void Few() => Divide(100);
        [Benchmark] public void Many() => Divide(1_000);
    }

    public class NoMethods;

    public sealed class SealedMethods
    {
        [Benchmark] public void Few() => Divide(100);
    }

    private static void Divide(int steps)
    {
        double sum = 0;
        for (int i = 1; i <= steps; i++) sum += 1.0 / i;
        sink = sum;
    }
}

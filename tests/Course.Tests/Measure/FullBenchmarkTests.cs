using Course.Measure;

namespace Course.Tests.Measure;

[Collection(TimingCollection.Name)]
public sealed class FullBenchmarkTests
{
    /// <summary>Each case once, in a process of its own: the whole way from a cell's text to the table. A minute on a busy machine.</summary>
    [SkippableFact]
    public void ACellsClassRunsInAProcessOfItsOwn()
    {
        Skip.IfNot(Environment.GetEnvironmentVariable("COURSE_LONG") == "1", "Builds and starts programs of its own, so .ci/long runs it.");
        Measurements measured = FullBenchmark.Run("""
            public class Sums
            {
                [Benchmark] public double Roots() { double s = 0; for (int i = 0; i < 100_000; i++) s += Math.Sqrt(i); return s; }
            }
            "this statement of the cell is left out"
            """, dry: true);
        Assert.Equal(["Roots"], measured.Select(one => one.Label));
        Assert.Contains("full job", measured[0].Note);
        Assert.True(measured[0].Milliseconds > 0);
        // One call only; a loop is optimised before it.
        Assert.Equal("optimised at once", measured[0].Tier);
    }

    [Fact]
    public void TextWithoutABenchmarkIsRefused() =>
        Assert.Contains("[Benchmark]", Assert.Throws<ArgumentException>(() => FullBenchmark.Run("public class None { }\n1 + 1")).Message);

    [SkippableFact]
    public void WhatDoesNotCompileIsSaidInTheCompilersWords()
    {
        Skip.IfNot(Environment.GetEnvironmentVariable("COURSE_LONG") == "1", "Builds a program, so .ci/long runs it.");
        Assert.Contains("CS0103", Assert.Throws<InvalidOperationException>(() => FullBenchmark.Run("public class Broken { [Benchmark] public int One() => missing; }")).Message);
    }
}

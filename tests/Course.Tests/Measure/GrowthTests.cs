using Course.Measure;

namespace Course.Tests.Measure;

public sealed class GrowthTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("log n")]
    [InlineData("n")]
    [InlineData("n²")]
    public void AKnownGrowthIsFoundUnderNoiseAndAConstant(string name)
    {
        ComplexityClass truth = ComplexityClass.All.Single(one => one.Name == name);
        var random = new Random(1);
        for (int attempt = 0; attempt < 100; attempt++)
        {
            var points = Growth.Sizes(10, 1_000_000).Select(n => ((double)n, (5e-7 * truth.Of(n) + 1e-9) * (0.9 + 0.2 * random.NextDouble()))).ToArray();
            Assert.Equal(name, ComplexityClass.Fit(points).Class.Name);
        }
    }

    [Fact]
    public void SizesGrowByHalfDecadesToTheLargest() => Assert.Equal([10, 30, 100, 300, 1000], Growth.Sizes(10, 1000));

    [Fact]
    public void CrossoverLiesWhereTheLinesCross()
    {
        var curves = new GrowthCurves([Line("steep", n => 0.001 * n * n), Line("flat", n => 0.1 * n), Line("flatter", n => 0.05 * n)]);
        Assert.Equal(100, curves.Crossover("steep", "flat")!.Value, 1.0);
        Assert.Null(curves.Crossover("flat", "flatter"));
        Assert.Null(curves.Crossover("flat", "steep"));
        Assert.Equal("flat < steep", Assert.Single(curves.Crossovers(("steep", "flat"), ("flat", "flatter"))).Label);
    }

    [Fact]
    public void AheadNamesTheStretchBetweenTwoCrossings()
    {
        var curves = new GrowthCurves([Line("straight", n => n), Line("valley", n => n * (0.5 + 2 * Math.Abs(Math.Log10(n / 100.0))))]);
        (double from, double to) = Assert.Single(curves.Ahead("valley", "straight"));
        Assert.InRange(from, 45, 75);
        Assert.InRange(to, 130, 220);
        Assert.Equal(2, curves.Ahead("straight", "valley").Count());
        Assert.Null(curves.Crossover("straight", "valley"));
    }

    [Fact]
    public void BeyondItsEndAFormFollowsItsClass()
    {
        var ended = new GrowthCurve("ended", [.. new[] { 10, 30, 100, 300 }.Select(n => new GrowthPoint(n, n * n, n * n, n * n, 0))], ended: true);
        Assert.Equal("n²", ended.Class.Name);
        Assert.Equal(1e6, ended.At(1000), 1e-3);
        Assert.Equal(100, ended.At(5));
        Assert.Equal(40.0 * 40, ended.At(40), 1e-6);
        var curves = new GrowthCurves([ended, Line("whole", n => n)]);
        Assert.Equal(300, Assert.Single(curves.Beyond).Points.First().X);
        Assert.Equal(1000, curves.Beyond.Single().Points.Last().X);
    }

    [Fact]
    public void AFormEndsAfterItsFirstCallOverTheLimitAndTheRestGoOn()
    {
        GrowthCurves curves = Growth.Over(1, 1000, ("sleeps", n => () => Thread.Sleep(Math.Min(20 * n, 700))), ("quick", n => () => Thread.SpinWait(n)));
        Assert.True(curves["sleeps"].Ended);
        // A busy machine makes a sleep longer, never shorter.
        double[] slept = [.. curves["sleeps"].Points.Select(point => point.Milliseconds)];
        Assert.All(slept[..^1], milliseconds => Assert.InRange(milliseconds, 0, Growth.LimitMilliseconds));
        Assert.True(slept[^1] > Growth.LimitMilliseconds);
        Assert.InRange(curves["sleeps"].Largest, 2, 100);
        Assert.False(curves["quick"].Ended);
        Assert.Equal(1000, curves["quick"].Largest);
        Assert.All(curves["quick"].Points.Zip(curves["quick"].Points.Skip(1)), pair => Assert.True(pair.First.N < pair.Second.N));
    }

    [Fact]
    public void NothingToTimeAndEqualLabelsAreTold()
    {
        Assert.Throws<ArgumentException>(() => Growth.Over(1, 10));
        Assert.Contains("both called 'x'", Assert.Throws<ArgumentException>(() => Growth.Over(1, 10, ("x", n => () => { }), ("x", n => () => { }))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Growth.Over(10, 15, ("x", n => () => { })));
    }

    private static GrowthCurve Line(string label, Func<double, double> time) =>
        new(label, [.. Growth.Sizes(10, 1000).Select(n => new GrowthPoint(n, time(n), time(n), time(n), 0))], ended: false);
}

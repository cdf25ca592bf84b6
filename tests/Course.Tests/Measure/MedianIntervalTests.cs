using Course.Measure;

namespace Course.Tests.Measure;

public sealed class MedianIntervalTests
{
    // Conover, Practical Nonparametric Statistics: ranks of the 95 % interval for a median, and its exact confidence.
    [Theory]
    [InlineData(6, 1, 6, 0.96875)]
    [InlineData(10, 2, 9, 0.978516)]
    [InlineData(20, 6, 15, 0.958611)]
    [InlineData(3, 1, 3, 0.75)]
    [InlineData(1, 1, 1, 0)]
    public void TakesTheRanksOfTheSignTest(int samples, int low, int high, double confidence)
    {
        double[] ranks = [.. Enumerable.Range(1, samples).Select(i => (double)i)];
        MedianInterval interval = MedianInterval.Of(ranks);
        Assert.Equal((low, high), (interval.Low, interval.High));
        Assert.Equal(confidence, interval.Confidence, 6);
    }

    [Fact]
    public void HoldsTheTrueMedianAsOftenAsItSays()
    {
        var random = new Random(5);
        int held = 0;
        const int rounds = 4000;
        for (int round = 0; round < rounds; round++)
        {
            // Skewed like times: never below 1, sometimes far above. The median of 1 / u^0.3 is 2^0.3.
            MedianInterval interval = MedianInterval.Of([.. Enumerable.Range(0, 15).Select(_ => Math.Pow(random.NextDouble(), -0.3))]);
            if (interval.Low <= Math.Pow(2, 0.3) && Math.Pow(2, 0.3) <= interval.High) held++;
        }
        Assert.InRange(held / (double)rounds, 0.955, 0.975); // 0.9648 for 15 samples
    }
}

using Grading.Judging;

namespace Grading.Tests.Judging;

public class MedianEstimateTests
{
    [Fact]
    public void Few_values_bracket_the_median_with_all_they_have()
    {
        Assert.Equal(new MedianEstimate(1, 2.5, 9), MedianEstimate.Of([9, 1, 3, 2]));
        Assert.Equal(new MedianEstimate(5, 5, 5), MedianEstimate.Of([5]));
        // Of nine, (9 - 1.96 * 3) / 2 = 1.56: one from either end is left out.
        Assert.Equal(new MedianEstimate(2, 5, 8), MedianEstimate.Of([5, 1, 2, 3, 4, 6, 7, 8, 100]));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(64)]
    public void The_true_median_lies_between_in_nineteen_of_twenty_samples(int length)
    {
        const int samples = 4_000;
        var random = new Random(8);
        // Long tails, as times have: the median of 1 / u is 2.
        int inside = Enumerable.Range(0, samples).Select(_ => MedianEstimate.Of(Enumerable.Range(0, length).Select(_ => 1 / (1 - random.NextDouble())).ToArray()))
            .Count(estimate => estimate.Low <= 2 && estimate.High >= 2);
        Assert.InRange(inside / (double)samples, 0.91, 0.99);
    }
}

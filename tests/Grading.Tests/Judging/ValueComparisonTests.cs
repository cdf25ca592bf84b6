using Grading.Judging;

namespace Grading.Tests.Judging;

public class ValueComparisonTests
{
    [Theory]
    [InlineData(1.0, 1.0, true)]
    [InlineData(1.0, 1.0000001, true)]
    [InlineData(1.0, 1.1, false)]
    [InlineData(1.0, double.NaN, false)]
    [InlineData(double.NaN, 1.0, false)]
    [InlineData(double.NaN, double.NaN, true)]
    [InlineData(double.PositiveInfinity, double.MaxValue, false)]
    [InlineData(1.0, double.PositiveInfinity, false)]
    public void A_number_that_is_none_is_near_to_nothing_but_itself(double expected, double actual, bool equal) =>
        Assert.Equal(equal, ValueComparison.First(expected, actual, 1e-6) is null);

    [Fact]
    public void The_first_difference_is_named()
    {
        Assert.Equal("[2]", ValueComparison.First(new[] { 1, 2, 3 }, new[] { 1, 2, 4 }, 0)!.Place);
        Assert.Equal(": its length", ValueComparison.First(new[] { 1 }, new[] { 1, 2 }, 0)!.Place);
        Assert.Equal("[1, 0]", ValueComparison.First(new[,] { { 1.0 }, { 2.0 } }, new[,] { { 1.0 }, { 3.0 } }, 0)!.Place);
        Assert.Equal("[1][0]", ValueComparison.First(new[] { new[] { 1.0 }, [2] }, new[] { new[] { 1.0 }, [9] }, 0)!.Place);
        Assert.Equal(": its type", ValueComparison.First(1, 1L, 0)!.Place);
        Assert.NotNull(ValueComparison.First("a", null, 0));
    }
}

using Course.Measure;
using FsCheck;
using FsCheck.Fluent;

namespace Course.Tests.Measure;

public sealed class QuantilesTests
{
    // numpy.quantile([3, 1, 4, 1, 5, 9, 2, 6], [0, .25, .5, .75, 1]) of NumPy 1.24.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 3.5)]
    [InlineData(0.75, 5.25)]
    [InlineData(1, 9)]
    public void AgreesWithNumPy(double fraction, double expected) =>
        Assert.Equal(expected, Quantiles.At([3, 1, 4, 1, 5, 9, 2, 6], fraction), 12);

    [Fact]
    public void LiesBetweenTheExtremesAndGrowsWithTheFraction() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyArray<int>>(), ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<byte>(), (samples, a, b) =>
        {
            double[] values = [.. samples.Get.Select(value => (double)value)];
            double low = Quantiles.At(values, Math.Min(a, b) / 255.0), high = Quantiles.At(values, Math.Max(a, b) / 255.0);
            return values.Min() <= low && low <= high && high <= values.Max();
        }));

    [Fact]
    public void NoSamplesHaveNoQuantile() => Assert.Throws<ArgumentException>(() => Quantiles.Median([]));
}

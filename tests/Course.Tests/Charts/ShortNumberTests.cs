using System.Globalization;
using Course.Charts;
using FsCheck;
using FsCheck.Fluent;

namespace Course.Tests.Charts;

public sealed class ShortNumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(12.345, "12.3")]
    [InlineData(9.996, "10")]
    [InlineData(1234.5, "1,230")]
    [InlineData(1984, "1,984")]
    [InlineData(-9999, "-9,999")]
    [InlineData(10001, "10,000")]
    [InlineData(-0.0, "0")]
    [InlineData(-0.0012345, "-0.00123")]
    [InlineData(123456, "123,000")]
    [InlineData(12345678, "1.23e7")]
    [InlineData(0.000012345, "1.23e-5")]
    [InlineData(2.5, "2.5")]
    [InlineData(99950, "100,000")]
    [InlineData(double.MaxValue, "1.8e308")]
    [InlineData(double.Epsilon, "4.94e-324")]
    [InlineData(double.NaN, "none")]
    [InlineData(double.NegativeInfinity, "none")]
    public void ThreeDigitsAndWholeCounts(double value, string text) => Assert.Equal(text, ShortNumber.Format(value));

    [Theory]
    [InlineData(64, "64 B")]
    [InlineData(49152, "48 KiB")]
    [InlineData(1572864, "1.5 MiB")]
    [InlineData(-2048, "-2 KiB")]
    public void BytesCountInBinaryUnits(double bytes, string text) => Assert.Equal(text, ShortNumber.Bytes(bytes));

    [Fact]
    public void TheTextIsWithinHalfAUnitOfTheThirdDigit() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<NormalFloat>(), number =>
        {
            double value = number.Get, read = double.Parse(ShortNumber.Format(value), CultureInfo.InvariantCulture);
            return value == 0 ? read == 0 : Math.Abs(value) < 1e-300 || Math.Abs(value) > 1e300 || Math.Abs(read - value) <= 0.00501 * Math.Abs(value);
        }));
}

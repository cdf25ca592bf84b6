using Course.Blur.Box;
using Course.Images;

namespace Course.Tests.Blur.Box;

/// <summary>The divisions by multiplication, where they are tightest.</summary>
public class RoundingTests
{
    [Theory]
    [InlineData(BoxInstructions.Scalar)]
    [InlineData(BoxInstructions.Vector128)]
    [InlineData(BoxInstructions.Vector256)]
    [InlineData(BoxInstructions.Vector512)]
    public void EverySumOfNineBytes(BoxInstructions instructions)
    {
        // Three columns for each sum 0..2295; the middle one's window holds exactly that sum.
        const int Sums = 2296;
        var source = new Plane<byte>(3 * Sums, 3);
        for (int sum = 0; sum < Sums; sum++)
            for (int i = 0; i < 9; i++) source[i / 3, 3 * sum + i % 3] = (byte)(sum / 9 + (i < sum % 9 ? 1 : 0));
        var destination = new Plane<byte>(source.Width, 3);
        BoxBlur.Blur(source, destination, 1, new() { Instructions = instructions });
        for (int sum = 0; sum < Sums; sum++) Assert.Equal((2 * sum + 9) / 18, destination[1, 3 * sum + 1]);
    }

    [Fact]
    public void EveryFloatMeanNextToAHalf()
    {
        const float Whole = 1 << 23;
        for (int window = 3; window <= 127; window += 2)
        {
            int area = window * window;
            float reciprocal = 1f / area;
            for (int mean = 0; mean < 255; mean++)
                foreach (int total in (int[])[mean * area + area / 2, mean * area + area / 2 + 1])
                {
                    int wanted = (2 * total + area) / (2 * area);
                    Assert.Equal(wanted, BitConverter.SingleToInt32Bits(MathF.FusedMultiplyAdd(total, reciprocal, Whole)) & 0xff);
                    // Where the CPU has no fused form, the product is rounded once more.
                    float product = total * reciprocal;
                    Assert.Equal(wanted, BitConverter.SingleToInt32Bits(product + Whole) & 0xff);
                }
        }
    }
}

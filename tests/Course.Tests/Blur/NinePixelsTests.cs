using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Course.Blur;

namespace Course.Tests.Blur;

public sealed class NinePixelsTests
{
    [Fact]
    public void EveryFormOfTheMeanIsExactForEverySumOfNineBytes()
    {
        for (int sum = 0; sum <= 9 * 255; sum++)
        {
            int mean = (2 * sum + 9) / 18;
            Assert.Equal(mean, (sum + 4) / 9);
            Assert.Equal(new Vector<ushort>((ushort)mean), NinePixels.Mean(new Vector<ushort>((ushort)sum)));
            if (Avx2.IsSupported) Assert.Equal(Vector256.Create((short)mean), NinePixels.Mean(Vector256.Create((short)sum)));
            if (Avx512BW.IsSupported) Assert.Equal(Vector512.Create((short)mean), NinePixels.Mean(Vector512.Create((short)sum)));
        }
    }
}

using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Course.Images;

namespace Course.Blur;

/// <summary>
/// Means of nine bytes, rounded to nearest, in the forms the rungs need. A sum of nine bytes is 0..2295, and every form is exact
/// over that range: a test tries all of it.
/// </summary>
public static class NinePixels
{
    /// <summary><c>(sum + 4) / 9</c>, for pictures narrower than a vector.</summary>
    public static void Blur<TImage, TResult>(TImage image, TResult result)
        where TImage : struct, IPixels<byte>, allows ref struct
        where TResult : struct, IPixels<byte>, allows ref struct
    {
        for (int y = 1; y < image.Height - 1; y++)
            for (int x = 1; x < image.Width - 1; x++)
            {
                int sum = 4;
                for (int dy = -1; dy <= 1; dy++) sum += image[y + dy, x - 1] + image[y + dy, x] + image[y + dy, x + 1];
                result[y, x] = (byte)(sum / 9);
            }
    }

    /// <summary>
    /// <c>(sum + 4) / 9</c> with nothing wider than 16 bits: <c>t = 28 * sum; (t + t / 64 + 136) / 256</c>, as 28.4375 / 256 is a
    /// ninth less one part in 4,100, which 136 makes up for together with the rounding.
    /// </summary>
    public static Vector<ushort> Mean(Vector<ushort> sum)
    {
        Vector<ushort> t = sum * 28;
        return (t + (t >> 6) + new Vector<ushort>(136)) >> 8;
    }

    /// <summary><c>(sum * 3641 + 2^14) / 2^15</c>, one instruction: 3641 / 32768 is a ninth plus one part in 32,768.</summary>
    public static Vector256<short> Mean(Vector256<short> sum) => Avx2.MultiplyHighRoundScale(sum, Vector256.Create((short)3641));

    /// <inheritdoc cref="Mean(Vector256{short})"/>
    public static Vector512<short> Mean(Vector512<short> sum) => Avx512BW.MultiplyHighRoundScale(sum, Vector512.Create((short)3641));
}

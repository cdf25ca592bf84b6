using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Course.Images;

namespace Course.Blur;

/// <summary>Row sums in 16-bit lanes, even and odd pixels apart; the lanes are drawn in <see cref="Rungs.Vectors256"/>.</summary>
internal readonly struct RowSums256(Vector256<short> even, Vector256<short> odd) : IRowSums<RowSums256>
{
    private readonly Vector256<short> _even = even, _odd = odd;

    public static int Pixels => Vector256<byte>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowSums256 Of<TImage>(TImage image, int y, int x) where TImage : struct, IPixels<byte>, allows ref struct
    {
        Vector256<ushort> left = image.Load256(y, x - 1).AsUInt16(), right = image.Load256(y, x + 1).AsUInt16();
        Vector256<short> pairs = Avx2.MultiplyAddAdjacent(image.Load256(y, x), Vector256<sbyte>.One);
        return new(pairs + (left & Vector256.Create((ushort)255)).AsInt16(), pairs + (right >> 8).AsInt16());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowSums256 operator +(RowSums256 left, RowSums256 right) => new(left._even + right._even, left._odd + right._odd);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreMean<TResult>(TResult result, int y, int x) where TResult : struct, IPixels<byte>, allows ref struct =>
        result.Store(y, x, (NinePixels.Mean(_even) | (NinePixels.Mean(_odd) << 8)).AsByte());
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Course.Images;

namespace Course.Blur;

/// <summary>Row sums in 16-bit lanes, even and odd pixels apart; the lanes are drawn in <see cref="Rungs.Vectors256"/>.</summary>
internal readonly struct RowSums512(Vector512<short> even, Vector512<short> odd) : IRowSums<RowSums512>
{
    private readonly Vector512<short> _even = even, _odd = odd;

    public static int Pixels => Vector512<byte>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowSums512 Of<TImage>(TImage image, int y, int x) where TImage : struct, IPixels<byte>, allows ref struct
    {
        Vector512<ushort> left = image.Load512(y, x - 1).AsUInt16(), right = image.Load512(y, x + 1).AsUInt16();
        Vector512<short> pairs = Avx512BW.MultiplyAddAdjacent(image.Load512(y, x), Vector512<sbyte>.One);
        return new(pairs + (left & Vector512.Create((ushort)255)).AsInt16(), pairs + (right >> 8).AsInt16());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowSums512 operator +(RowSums512 left, RowSums512 right) => new(left._even + right._even, left._odd + right._odd);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreMean<TResult>(TResult result, int y, int x) where TResult : struct, IPixels<byte>, allows ref struct =>
        result.Store(y, x, (NinePixels.Mean(_even) | (NinePixels.Mean(_odd) << 8)).AsByte());
}

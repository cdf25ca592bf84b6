using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Blur.Box;

/// <summary>
/// 32 ushorts at a time with AVX-512 (BW), as 32-bit lanes of even and odd elements; neighbours as drawn in <see cref="SweptBytes{TChannels}"/>.
/// A sum of nine is below 2^20. Its ninth, in float, is off by less than 2^-8, and no ninth lies nearer than 1/18 to a half, so adding 2^23
/// leaves the exactly rounded mean in the low bits.
/// </summary>
internal readonly unsafe struct SweptUShorts<TChannels> : ISweptVectors<ushort, Vector512<ushort>, EvenOdd<Vector512<int>>>
    where TChannels : struct, IChannelCount
{
    private const int Lanes = 16;

    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512Vbmi.IsSupported;

    public static int Channels => TChannels.Count;

    public static int Count => 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ushort> Load(ushort* from) => Vector512.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ushort> LoadFirst(ushort* from, int count, Vector512<ushort> rest) =>
        Avx512BW.MaskLoad(from, Vector512.LessThan(Vector512<ushort>.Indices, Vector512.Create((ushort)count)), rest);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ushort> Repeated(ushort* pixel, int phase) => TChannels.Count == 1
        ? Vector512.Create(*pixel)
        : Avx512BW.PermuteVar32x16(Vector512.Create(*(long*)pixel).AsUInt16(),
            Avx512BW.ConvertToVector512UInt16(Vector256.Load(ChannelPattern.Of(TChannels.Count, phase))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<ushort> pixels, ushort* to) => pixels.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(Vector512<ushort> pixels, ushort* to) => pixels.StoreAlignedNonTemporal(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSome(Vector512<ushort> pixels, ushort* to, int first, int end) => Avx512BW.MaskStore(to,
        Vector512.LessThan(Vector512<ushort>.Indices - Vector512.Create((ushort)first), Vector512.Create((ushort)(end - first))), pixels);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EvenOdd<Vector512<int>> Widened(Vector512<ushort> pixels) => new(pixels.AsInt32() & Vector512.Create(0xffff), pixels.AsInt32() >>> 16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EvenOdd<Vector512<int>> Add(EvenOdd<Vector512<int>> a, EvenOdd<Vector512<int>> b) => new(a.Even + b.Even, a.Odd + b.Odd);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EvenOdd<Vector512<int>> FirstRepeated(EvenOdd<Vector512<int>> sums)
    {
        Vector512<int> first = Avx512F.BroadcastScalarToVector512(sums.Even.GetLower().GetLower());
        return new(first, first);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ushort> Mean(EvenOdd<Vector512<int>> before, EvenOdd<Vector512<int>> here, EvenOdd<Vector512<int>> after)
    {
        Vector512<int> even, odd;
        switch (TChannels.Count)
        {
            case 1:
                Vector512<int> pairs = here.Even + here.Odd;
                even = pairs + From(before.Odd, here.Odd, Lanes - 1);
                odd = pairs + From(here.Even, after.Even, 1);
                break;
            case 2:
                even = here.Even + From(before.Even, here.Even, Lanes - 1) + From(here.Even, after.Even, 1);
                odd = here.Odd + From(before.Odd, here.Odd, Lanes - 1) + From(here.Odd, after.Odd, 1);
                break;
            case 3:
                even = here.Even + From(before.Odd, here.Odd, Lanes - 2) + From(here.Odd, after.Odd, 1);
                odd = here.Odd + From(before.Even, here.Even, Lanes - 1) + From(here.Even, after.Even, 2);
                break;
            default:
                even = here.Even + From(before.Even, here.Even, Lanes - 2) + From(here.Even, after.Even, 2);
                odd = here.Odd + From(before.Odd, here.Odd, Lanes - 2) + From(here.Odd, after.Odd, 2);
                break;
        }
        return Vector512.ConditionalSelect(Vector512.Create(0x0000_ffff), Ninth(even), Ninth(odd) << 16).AsUInt16();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Ninth(Vector512<int> sum) =>
        Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(sum), Vector512.Create(1f / 9), Vector512.Create((float)(1 << 23))).AsInt32();

    /// <summary>A vector of lanes from two that lie side by side, beginning with lane <paramref name="at"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> From(Vector512<int> first, Vector512<int> second, int at) =>
        Avx512F.PermuteVar16x32x2(first, Vector512<int>.Indices + Vector512.Create(at), second);
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Blur.Box;

/// <summary>
/// 64 bytes at a time with AVX-512 (BW and VBMI), as 16-bit lanes of even and odd elements.
/// <code>
/// bytes            e0 o0 | e1 o1 | e2 o2 | ...
/// one channel      even: o-1 + e0 + o0 | o0 + e1 + o1 | ...      odd: e0 + o0 + e1 | e1 + o1 + e2 | ...
/// two              even: e-1 + e0 + e1 | ...                     odd: o-1 + o0 + o1 | ...
/// three            even: o-2 + e0 + o1 | ...                     odd: e-1 + o0 + e2 | ...
/// four             even: e-2 + e0 + e2 | ...                     odd: o-2 + o0 + o2 | ...
/// </code>
/// </summary>
internal readonly unsafe struct SweptBytes<TChannels> : ISweptVectors<byte, Vector512<byte>, EvenOdd<Vector512<short>>>
    where TChannels : struct, IChannelCount
{
    private const int Lanes = 32;

    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512Vbmi.IsSupported;

    public static int Channels => TChannels.Count;

    public static int Count => 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Load(byte* from) => Vector512.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> LoadFirst(byte* from, int count, Vector512<byte> rest) =>
        Avx512BW.MaskLoad(from, Vector512.LessThan(Vector512<byte>.Indices, Vector512.Create((byte)count)), rest);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Repeated(byte* pixel, int phase) => TChannels.Count == 1
        ? Vector512.Create(*pixel)
        : Avx512Vbmi.PermuteVar64x8(Vector512.Create(*(int*)pixel).AsByte(), Vector512.Load(ChannelPattern.Of(TChannels.Count, phase)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<byte> pixels, byte* to) => pixels.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(Vector512<byte> pixels, byte* to) => pixels.StoreAlignedNonTemporal(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSome(Vector512<byte> pixels, byte* to, int first, int end) => Avx512BW.MaskStore(to,
        Vector512.LessThan(Vector512<byte>.Indices - Vector512.Create((byte)first), Vector512.Create((byte)(end - first))), pixels);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EvenOdd<Vector512<short>> Widened(Vector512<byte> pixels) =>
        new(pixels.AsInt16() & Vector512.Create((short)0xff), pixels.AsInt16() >>> 8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EvenOdd<Vector512<short>> Add(EvenOdd<Vector512<short>> a, EvenOdd<Vector512<short>> b) => new(a.Even + b.Even, a.Odd + b.Odd);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EvenOdd<Vector512<short>> FirstRepeated(EvenOdd<Vector512<short>> sums)
    {
        Vector512<short> first = Avx512BW.BroadcastScalarToVector512(sums.Even.GetLower().GetLower());
        return new(first, first);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Mean(EvenOdd<Vector512<short>> before, EvenOdd<Vector512<short>> here, EvenOdd<Vector512<short>> after)
    {
        Vector512<short> even, odd;
        switch (TChannels.Count)
        {
            case 1:
                Vector512<short> pairs = here.Even + here.Odd;
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
        Vector512<short> ninth = Vector512.Create((short)3641); // exact rounding for every sum of nine bytes
        Vector512<byte> interleaved = Vector512.Create(
            0, 64, 2, 66, 4, 68, 6, 70, 8, 72, 10, 74, 12, 76, 14, 78, 16, 80, 18, 82, 20, 84, 22, 86, 24, 88, 26, 90, 28, 92, 30, 94,
            32, 96, 34, 98, 36, 100, 38, 102, 40, 104, 42, 106, 44, 108, 46, 110, 48, 112, 50, 114, 52, 116, 54, 118, 56, 120, 58, 122,
            60, 124, 62, (byte)126);
        return Avx512Vbmi.PermuteVar64x8x2(Avx512BW.MultiplyHighRoundScale(even, ninth).AsByte(), interleaved,
            Avx512BW.MultiplyHighRoundScale(odd, ninth).AsByte());
    }

    /// <summary>A vector of lanes from two that lie side by side, beginning with lane <paramref name="at"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> From(Vector512<short> first, Vector512<short> second, short at) =>
        Avx512BW.PermuteVar32x16x2(first, Vector512<short>.Indices + Vector512.Create(at), second);
}

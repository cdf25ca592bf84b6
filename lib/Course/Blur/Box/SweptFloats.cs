using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Blur.Box;

/// <summary>16 floats at a time with AVX-512.</summary>
internal readonly unsafe struct SweptFloats<TChannels> : ISweptVectors<float, Vector512<float>, Vector512<float>> where TChannels : struct, IChannelCount
{
    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512Vbmi.IsSupported;

    public static int Channels => TChannels.Count;

    public static int Count => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(float* from) => Vector512.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadFirst(float* from, int count, Vector512<float> rest) =>
        Avx512F.MaskLoad(from, Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsSingle(), rest);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Repeated(float* pixel, int phase) => TChannels.Count == 1
        ? Vector512.Create(*pixel)
        : Avx512F.PermuteVar16x32(Vector512.Create(Vector256.Create(Vector128.Load(pixel))),
            Avx512F.ConvertToVector512Int32(Vector128.Load(ChannelPattern.Of(TChannels.Count, phase))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> pixels, float* to) => pixels.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(Vector512<float> pixels, float* to) => pixels.StoreAlignedNonTemporal(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSome(Vector512<float> pixels, float* to, int first, int end) => Avx512F.MaskStore(to,
        Vector512.LessThan((Vector512<int>.Indices - Vector512.Create(first)).AsUInt32(), Vector512.Create((uint)(end - first))).AsSingle(), pixels);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Widened(Vector512<float> pixels) => pixels;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Add(Vector512<float> a, Vector512<float> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> FirstRepeated(Vector512<float> sums) => Avx512F.BroadcastScalarToVector512(sums.GetLower().GetLower());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Mean(Vector512<float> before, Vector512<float> here, Vector512<float> after)
    {
        Vector512<float> left = Avx512F.PermuteVar16x32x2(before, Vector512<int>.Indices + Vector512.Create(16 - TChannels.Count), here);
        Vector512<float> right = Avx512F.PermuteVar16x32x2(here, Vector512<int>.Indices + Vector512.Create(TChannels.Count), after);
        return (left + here + right) * (1f / 9);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Course.Blur.Box;

/// <summary>Sums of three floats, 16 at a time.</summary>
internal readonly unsafe struct ThreeFloats512 : IThreeByThree<float, Vector512<float>, Vector512<float>>
{
    public static BoxInstructions Instructions => BoxInstructions.Vector512;

    public static bool IsSupported => Vector512.IsHardwareAccelerated;

    public static int Count => 16;

    public static int SumsBytes => 16 * sizeof(float);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(float* from) => Vector512.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> pixels, float* to) => pixels.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(Vector512<float> pixels, float* to) => pixels.StoreAlignedNonTemporal(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadSums(byte* from) => Vector512.Load((float*)from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Vector512<float> sums, byte* to) => sums.Store((float*)to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ShiftedRight(Vector512<float> pixels, float outside) =>
        Vector512.Shuffle(pixels, Vector512<int>.Indices - Vector512<int>.One).WithElement(0, outside);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ShiftedLeft(Vector512<float> pixels, float outside) =>
        Vector512.Shuffle(pixels, Vector512<int>.Indices + Vector512<int>.One).WithElement(16 - 1, outside);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> RowSums(Vector512<float> left, Vector512<float> here, Vector512<float> right) => left + here + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Add(Vector512<float> a, Vector512<float> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Mean(Vector512<float> sums) => sums * (1f / 9);
}

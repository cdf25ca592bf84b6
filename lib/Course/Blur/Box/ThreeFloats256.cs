using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Course.Blur.Box;

/// <summary>Sums of three floats, 8 at a time.</summary>
internal readonly unsafe struct ThreeFloats256 : IThreeByThree<float, Vector256<float>, Vector256<float>>
{
    public static BoxInstructions Instructions => BoxInstructions.Vector256;

    public static bool IsSupported => Vector256.IsHardwareAccelerated;

    public static int Count => 8;

    public static int SumsBytes => 8 * sizeof(float);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(float* from) => Vector256.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> pixels, float* to) => pixels.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(Vector256<float> pixels, float* to) => pixels.StoreAlignedNonTemporal(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadSums(byte* from) => Vector256.Load((float*)from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Vector256<float> sums, byte* to) => sums.Store((float*)to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ShiftedRight(Vector256<float> pixels, float outside) =>
        Vector256.Shuffle(pixels, Vector256<int>.Indices - Vector256<int>.One).WithElement(0, outside);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ShiftedLeft(Vector256<float> pixels, float outside) =>
        Vector256.Shuffle(pixels, Vector256<int>.Indices + Vector256<int>.One).WithElement(8 - 1, outside);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> RowSums(Vector256<float> left, Vector256<float> here, Vector256<float> right) => left + here + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Add(Vector256<float> a, Vector256<float> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Mean(Vector256<float> sums) => sums * (1f / 9);
}

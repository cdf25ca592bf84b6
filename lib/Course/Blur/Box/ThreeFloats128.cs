using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Course.Blur.Box;

/// <summary>Sums of three floats, 4 at a time.</summary>
internal readonly unsafe struct ThreeFloats128 : IThreeByThree<float, Vector128<float>, Vector128<float>>
{
    public static BoxInstructions Instructions => BoxInstructions.Vector128;

    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    public static int Count => 4;

    public static int SumsBytes => 4 * sizeof(float);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(float* from) => Vector128.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> pixels, float* to) => pixels.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(Vector128<float> pixels, float* to) => pixels.StoreAlignedNonTemporal(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LoadSums(byte* from) => Vector128.Load((float*)from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(Vector128<float> sums, byte* to) => sums.Store((float*)to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ShiftedRight(Vector128<float> pixels, float outside) =>
        Vector128.Shuffle(pixels, Vector128<int>.Indices - Vector128<int>.One).WithElement(0, outside);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ShiftedLeft(Vector128<float> pixels, float outside) =>
        Vector128.Shuffle(pixels, Vector128<int>.Indices + Vector128<int>.One).WithElement(4 - 1, outside);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> RowSums(Vector128<float> left, Vector128<float> here, Vector128<float> right) => left + here + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Add(Vector128<float> a, Vector128<float> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Mean(Vector128<float> sums) => sums * (1f / 9);
}

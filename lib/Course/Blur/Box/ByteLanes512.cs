using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Blur.Box;

/// <summary>64 pixels at a time with AVX-512 (BW and VBMI).</summary>
internal readonly unsafe struct ByteLanes512 : IByteLanes<Vector512<byte>, Vector512<short>, Vector512<int>>
{
    public static BoxInstructions Instructions => BoxInstructions.Vector512;

    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512Vbmi.IsSupported;

    public static int Count => 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Load(byte* from) => Vector512.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<byte> pixels, byte* to) => pixels.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(Vector512<byte> pixels, byte* to) => pixels.StoreAlignedNonTemporal(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> LoadShorts(short* from) => Vector512.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreShorts(Vector512<short> values, short* to) => values.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadInts(int* from) => Vector512.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInts(Vector512<int> values, int* to) => values.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> PairSums(Vector512<byte> pixels) => Avx512BW.MultiplyAddAdjacent(pixels, Vector512<sbyte>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> EvenPixels(Vector512<byte> pixels) => pixels.AsInt16() & Vector512.Create((short)0xff);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> OddPixels(Vector512<byte> pixels) => pixels.AsInt16() >>> 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ShiftedRight(Vector512<byte> pixels, byte outside)
    {
        Vector512<byte> moved = Avx512Vbmi.PermuteVar64x8(pixels, Vector512<byte>.Indices - Vector512<byte>.One);
        return Vector512.ConditionalSelect(Vector512.CreateScalar(byte.MaxValue), Vector512.Create(outside), moved);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ShiftedLeft(Vector512<byte> pixels, byte outside)
    {
        Vector512<byte> moved = Avx512Vbmi.PermuteVar64x8(pixels, Vector512<byte>.Indices + Vector512<byte>.One);
        Vector512<byte> last = Vector512.Equals(Vector512<byte>.Indices, Vector512.Create((byte)63));
        return Vector512.ConditionalSelect(last, Vector512.Create(outside), moved);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Add(Vector512<short> a, Vector512<short> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Subtract(Vector512<short> a, Vector512<short> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Add(Vector512<int> a, Vector512<int> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> NinthRounded(Vector512<short> sum) => Avx512BW.MultiplyHighRoundScale(sum, Vector512.Create((short)3641));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Interleave(Vector512<short> even, Vector512<short> odd) => (even | (odd << 8)).AsByte();

    /// <summary>
    /// Within each quarter of eight lanes the values move up by one, two, four lanes and are added each time; then the totals of quarters
    /// 0 and 2 go to quarters 1 and 3, and the total of the lower half goes to the upper half.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> RunningSum(Vector512<short> values)
    {
        values += Avx512BW.ShiftLeftLogical128BitLane(values.AsByte(), 2).AsInt16();
        values += Avx512BW.ShiftLeftLogical128BitLane(values.AsByte(), 4).AsInt16();
        values += Avx512BW.ShiftLeftLogical128BitLane(values.AsByte(), 8).AsInt16();
        // Lane number 32 takes a zero. Written out, because the compiler only folds a vector of literals into a constant.
        Vector512<short> quarters = Vector512.Create(
            32, 32, 32, 32, 32, 32, 32, 32, 7, 7, 7, 7, 7, 7, 7, 7, 32, 32, 32, 32, 32, 32, 32, 32, 23, 23, 23, 23, 23, 23, 23, 23);
        Vector512<short> halves = Vector512.Create(
            32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15);
        values += Avx512BW.PermuteVar32x16x2(values, quarters, Vector512<short>.Zero);
        return values + Avx512BW.PermuteVar32x16x2(values, halves, Vector512<short>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> LastEverywhere(Vector512<short> values) => Avx512BW.PermuteVar32x16(values, Vector512.Create((short)31));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> EvenLanes(Vector512<short> values) =>
        Avx512BW.MultiplyAddAdjacent(values, Vector512.Create(0x0000_0001).AsInt16());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> OddLanes(Vector512<short> values) => values.AsInt32() >> 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Means(Vector512<int> even, Vector512<int> odd, float reciprocal)
    {
        Vector512<float> scale = Vector512.Create(reciprocal), whole = Vector512.Create((float)(1 << 23));
        Vector512<int> low = Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(even), scale, whole).AsInt32();
        Vector512<int> high = Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(odd), scale, whole).AsInt32();
        return Vector512.ConditionalSelect(Vector512.Create(0x0000_ffff), low, high << 16).AsInt16();
    }
}

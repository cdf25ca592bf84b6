using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Course.Blur.Box;

/// <summary>16 pixels at a time with operations that every platform has (SSE, Arm AdvSimd); only the rounded ninth picks an instruction.</summary>
internal readonly unsafe struct ByteLanes128 : IByteLanes<Vector128<byte>, Vector128<short>, Vector128<int>>
{
    public static BoxInstructions Instructions => BoxInstructions.Vector128;

    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    public static int Count => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Load(byte* from) => Vector128.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<byte> pixels, byte* to) => pixels.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(Vector128<byte> pixels, byte* to) => pixels.StoreAlignedNonTemporal(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> LoadShorts(short* from) => Vector128.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreShorts(Vector128<short> values, short* to) => values.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> LoadInts(int* from) => Vector128.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInts(Vector128<int> values, int* to) => values.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> PairSums(Vector128<byte> pixels) => EvenPixels(pixels) + OddPixels(pixels);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> EvenPixels(Vector128<byte> pixels) => pixels.AsInt16() & Vector128.Create((short)0xff);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> OddPixels(Vector128<byte> pixels) => pixels.AsInt16() >>> 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ShiftedRight(Vector128<byte> pixels, byte outside) =>
        Vector128.Shuffle(pixels, Vector128<byte>.Indices - Vector128<byte>.One).WithElement(0, outside);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ShiftedLeft(Vector128<byte> pixels, byte outside) =>
        Vector128.Shuffle(pixels, Vector128<byte>.Indices + Vector128<byte>.One).WithElement(15, outside);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Add(Vector128<short> a, Vector128<short> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Subtract(Vector128<short> a, Vector128<short> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Add(Vector128<int> a, Vector128<int> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> NinthRounded(Vector128<short> sum)
    {
        if (Ssse3.IsSupported) return Ssse3.MultiplyHighRoundScale(sum, Vector128.Create((short)3641));
        if (AdvSimd.IsSupported) return AdvSimd.MultiplyRoundedDoublingSaturateHigh(sum, Vector128.Create((short)3641));
        // Without a high multiply: an estimate that is at most 4 too low, then the ninth of the small rest.
        Vector128<ushort> half = sum.AsUInt16() + Vector128.Create((ushort)4), estimate = half * 28 >> 8;
        Vector128<ushort> rest = half - estimate * 9;
        return (estimate + (rest * 57 >> 9)).AsInt16();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Interleave(Vector128<short> even, Vector128<short> odd) => (even | (odd << 8)).AsByte();

    /// <summary>The values move up by one, two, four lanes and are added each time; lane numbers out of range read as zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> RunningSum(Vector128<short> values)
    {
        values += Vector128.Shuffle(values, Vector128.Create(-1, 0, 1, 2, 3, 4, 5, 6));
        values += Vector128.Shuffle(values, Vector128.Create(-1, -1, 0, 1, 2, 3, 4, 5));
        return values + Vector128.Shuffle(values, Vector128.Create(-1, -1, -1, -1, 0, 1, 2, 3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> LastEverywhere(Vector128<short> values) => Vector128.Shuffle(values, Vector128.Create((short)7));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> EvenLanes(Vector128<short> values) => values.AsInt32() << 16 >> 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> OddLanes(Vector128<short> values) => values.AsInt32() >> 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Means(Vector128<int> even, Vector128<int> odd, float reciprocal)
    {
        Vector128<float> scale = Vector128.Create(reciprocal), whole = Vector128.Create((float)(1 << 23));
        Vector128<int> low = Vector128.MultiplyAddEstimate(Vector128.ConvertToSingle(even), scale, whole).AsInt32();
        Vector128<int> high = Vector128.MultiplyAddEstimate(Vector128.ConvertToSingle(odd), scale, whole).AsInt32();
        return Vector128.ConditionalSelect(Vector128.Create(0x0000_ffff), low, high << 16).AsInt16();
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Blur.Box;

/// <summary>32 pixels at a time with AVX2.</summary>
internal readonly unsafe struct ByteLanes256 : IByteLanes<Vector256<byte>, Vector256<short>, Vector256<int>>
{
    public static BoxInstructions Instructions => BoxInstructions.Vector256;

    public static bool IsSupported => Avx2.IsSupported && Fma.IsSupported;

    public static int Count => 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Load(byte* from) => Vector256.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<byte> pixels, byte* to) => pixels.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(Vector256<byte> pixels, byte* to) => pixels.StoreAlignedNonTemporal(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> LoadShorts(short* from) => Vector256.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreShorts(Vector256<short> values, short* to) => values.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadInts(int* from) => Vector256.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInts(Vector256<int> values, int* to) => values.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> PairSums(Vector256<byte> pixels) => Avx2.MultiplyAddAdjacent(pixels, Vector256<sbyte>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> EvenPixels(Vector256<byte> pixels) => pixels.AsInt16() & Vector256.Create((short)0xff);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> OddPixels(Vector256<byte> pixels) => pixels.AsInt16() >>> 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ShiftedRight(Vector256<byte> pixels, byte outside)
    {
        // [zero, lower half], so that each half finds its left neighbour's last byte.
        Vector256<byte> before = Avx2.Permute2x128(pixels, pixels, 0x08);
        Vector256<byte> moved = Avx2.AlignRight(pixels, before, 15);
        return Vector256.ConditionalSelect(Vector256.CreateScalar(byte.MaxValue), Vector256.Create(outside), moved);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ShiftedLeft(Vector256<byte> pixels, byte outside)
    {
        // [upper half, zero]
        Vector256<byte> after = Avx2.Permute2x128(pixels, pixels, 0x81);
        Vector256<byte> moved = Avx2.AlignRight(after, pixels, 1);
        Vector256<byte> last = Vector256.Equals(Vector256<byte>.Indices, Vector256.Create((byte)31));
        return Vector256.ConditionalSelect(last, Vector256.Create(outside), moved);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Add(Vector256<short> a, Vector256<short> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Subtract(Vector256<short> a, Vector256<short> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> a, Vector256<int> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> NinthRounded(Vector256<short> sum) => Avx2.MultiplyHighRoundScale(sum, Vector256.Create((short)3641));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Interleave(Vector256<short> even, Vector256<short> odd) => (even | (odd << 8)).AsByte();

    /// <summary>
    /// Within each half of eight lanes the values move up by one, two, four lanes and are added each time; then the total of the lower
    /// half goes to the upper half.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> RunningSum(Vector256<short> values)
    {
        values += Avx2.ShiftLeftLogical128BitLane(values, 2);
        values += Avx2.ShiftLeftLogical128BitLane(values, 4);
        values += Avx2.ShiftLeftLogical128BitLane(values, 8);
        Vector256<byte> totals = Avx2.Shuffle(values.AsByte(), Vector256.Create((short)0x0f0e).AsByte());
        return values + Avx2.Permute2x128(totals, totals, 0x08).AsInt16();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> LastEverywhere(Vector256<short> values)
    {
        Vector256<byte> lasts = Avx2.Shuffle(values.AsByte(), Vector256.Create((short)0x0f0e).AsByte());
        return Avx2.Permute2x128(lasts, lasts, 0x11).AsInt16();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> EvenLanes(Vector256<short> values) =>
        Avx2.MultiplyAddAdjacent(values, Vector256.Create(0x0000_0001).AsInt16());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> OddLanes(Vector256<short> values) => values.AsInt32() >> 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Means(Vector256<int> even, Vector256<int> odd, float reciprocal)
    {
        Vector256<float> scale = Vector256.Create(reciprocal), whole = Vector256.Create((float)(1 << 23));
        Vector256<int> low = Fma.MultiplyAdd(Vector256.ConvertToSingle(even), scale, whole).AsInt32();
        Vector256<int> high = Fma.MultiplyAdd(Vector256.ConvertToSingle(odd), scale, whole).AsInt32();
        return Avx2.Blend(low.AsInt16(), (high << 16).AsInt16(), 0b1010_1010);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Blur.Box;

/// <summary>4 doubles at a time with AVX2.</summary>
internal readonly unsafe struct DoubleLanes256 : IDoubleLanes<Vector256<double>>
{
    public static BoxInstructions Instructions => BoxInstructions.Vector256;

    public static bool IsSupported => Avx2.IsSupported;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(double* from) => Vector256.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> values, double* to) => values.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadPixels<T>(T* from) where T : unmanaged
    {
        if (typeof(T) == typeof(float)) return Avx.ConvertToVector256Double(Vector128.Load((float*)from));
        return Avx.ConvertToVector256Double(
            typeof(T) == typeof(byte) ? Sse41.ConvertToVector128Int32((byte*)from) : Sse41.ConvertToVector128Int32((ushort*)from));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePixels<T>(Vector256<double> values, T* to) where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Avx.ConvertToVector128Single(values).Store((float*)to);
            return;
        }
        Vector128<ushort> rounded = Sse41.PackUnsignedSaturate(Avx.ConvertToVector128Int32(values), Vector128<int>.Zero);
        if (typeof(T) == typeof(ushort)) *(long*)to = rounded.AsInt64().ToScalar();
        else *(int*)to = Sse2.PackUnsignedSaturate(rounded.AsInt16(), Vector128<short>.Zero).AsInt32().ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Add(Vector256<double> a, Vector256<double> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Subtract(Vector256<double> a, Vector256<double> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Scale(Vector256<double> values, double factor) => values * factor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> RunningSum(Vector256<double> values, int step)
    {
        Vector256<double> zero = Vector256<double>.Zero;
        switch (step)
        {
            case 1:
                // 0 a b c, then 0 0 and the lower half of the sums.
                values += Avx.Blend(zero, Avx2.Permute4x64(values, 0b10_01_00_00), 0b1110);
                return values + Avx.Permute2x128(values, values, 0x08);
            case 2:
                return values + Avx.Permute2x128(values, values, 0x08);
            case 3:
                return values + Avx.Blend(zero, Avx2.Permute4x64(values, 0), 0b1000);
            default:
                return values;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LastOnes(Vector256<double> values, int step) => step switch
    {
        1 => Avx2.Permute4x64(values, 0b11_11_11_11),
        2 => Avx2.Permute4x64(values, 0b11_10_11_10),
        3 => Avx2.Permute4x64(values, 0b01_11_10_01),
        _ => values,
    };
}

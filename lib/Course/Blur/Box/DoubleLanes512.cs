using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Blur.Box;

/// <summary>8 doubles at a time with AVX-512.</summary>
internal readonly unsafe struct DoubleLanes512 : IDoubleLanes<Vector512<double>>
{
    public static BoxInstructions Instructions => BoxInstructions.Vector512;

    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512Vbmi.IsSupported;

    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(double* from) => Vector512.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> values, double* to) => values.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadPixels<T>(T* from) where T : unmanaged
    {
        if (typeof(T) == typeof(float)) return Avx512F.ConvertToVector512Double(Vector256.Load((float*)from));
        return Avx512F.ConvertToVector512Double(
            typeof(T) == typeof(byte) ? Avx2.ConvertToVector256Int32((byte*)from) : Avx2.ConvertToVector256Int32((ushort*)from));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePixels<T>(Vector512<double> values, T* to) where T : unmanaged
    {
        if (typeof(T) == typeof(float)) Avx512F.ConvertToVector256Single(values).Store((float*)to);
        else if (typeof(T) == typeof(byte)) *(long*)to = Avx512F.VL.ConvertToVector128Byte(Avx512F.ConvertToVector256Int32(values)).AsInt64().ToScalar();
        else Avx512F.VL.ConvertToVector128UInt16(Avx512F.ConvertToVector256Int32(values)).Store((ushort*)to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Add(Vector512<double> a, Vector512<double> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Subtract(Vector512<double> a, Vector512<double> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Scale(Vector512<double> values, double factor) => values * factor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> RunningSum(Vector512<double> values, int step)
    {
        values += Up(values, step);
        if (step <= 3) values += Up(values, 2 * step);
        return step == 1 ? values + Up(values, 4) : values;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LastOnes(Vector512<double> values, int step) => Avx512F.PermuteVar8x64(values, step switch
    {
        1 => Vector512.Create(7L),
        2 => Vector512.Create(6L, 7, 6, 7, 6, 7, 6, 7),
        3 => Vector512.Create(5L, 6, 7, 5, 6, 7, 5, 6),
        _ => Vector512.Create(4L, 5, 6, 7, 4, 5, 6, 7),
    });

    /// <summary>Every value so many lanes up, zeros behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Up(Vector512<double> values, int lanes) =>
        Avx512F.PermuteVar8x64x2(Vector512<double>.Zero, Vector512<long>.Indices + Vector512.Create(8L - lanes), values);
}

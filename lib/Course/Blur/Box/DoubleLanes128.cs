using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Course.Blur.Box;

/// <summary>4 doubles at a time, in two vectors, with operations that every platform has (SSE, Arm AdvSimd).</summary>
internal readonly unsafe struct DoubleLanes128 : IDoubleLanes<LowHigh>
{
    // 2^52 + i holds the integer i, below 2^32, in its lowest bits: numbers go in and out of doubles without an instruction for it.
    private const double Whole = 1L << 52;

    public static BoxInstructions Instructions => BoxInstructions.Vector128;

    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LowHigh Load(double* from) => new(Vector128.Load(from), Vector128.Load(from + 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(LowHigh values, double* to)
    {
        values.Low.Store(to);
        values.High.Store(to + 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LowHigh LoadPixels<T>(T* from) where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Vector128<float> floats = Vector128.Load((float*)from);
            return new(Vector128.WidenLower(floats), Vector128.WidenUpper(floats));
        }
        Vector128<uint> integers = Vector128.WidenLower(typeof(T) == typeof(byte)
            ? Vector128.WidenLower(Vector128.CreateScalar(Unsafe.ReadUnaligned<uint>(from)).AsByte())
            : Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(from)).AsUInt16());
        Vector128<double> whole = Vector128.Create(Whole);
        return new((Vector128.WidenLower(integers) | whole.AsUInt64()).AsDouble() - whole, (Vector128.WidenUpper(integers) | whole.AsUInt64()).AsDouble() - whole);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePixels<T>(LowHigh values, T* to) where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Vector128.Narrow(values.Low, values.High).Store((float*)to);
            return;
        }
        Vector128<double> whole = Vector128.Create(Whole);
        Vector128<uint> integers = Vector128.Narrow((values.Low + whole).AsUInt64(), (values.High + whole).AsUInt64());
        Vector128<ushort> shorts = Vector128.Narrow(integers, integers);
        if (typeof(T) == typeof(ushort)) Unsafe.WriteUnaligned(to, shorts.AsUInt64().ToScalar());
        else Unsafe.WriteUnaligned(to, Vector128.Narrow(shorts, shorts).AsUInt32().ToScalar());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LowHigh Add(LowHigh a, LowHigh b) => new(a.Low + b.Low, a.High + b.High);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LowHigh Subtract(LowHigh a, LowHigh b) => new(a.Low - b.Low, a.High - b.High);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LowHigh Scale(LowHigh values, double factor) => new(values.Low * factor, values.High * factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LowHigh RunningSum(LowHigh values, int step)
    {
        switch (step)
        {
            case 1:
                Vector128<double> low = values.Low + MovedUp(values.Low), high = values.High + MovedUp(values.High);
                return new(low, high + Vector128.Shuffle(low, Vector128.Create(1L, 1)));
            case 2:
                return new(values.Low, values.High + values.Low);
            case 3:
                return new(values.Low, values.High + MovedUp(values.Low));
            default:
                return values;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LowHigh LastOnes(LowHigh values, int step)
    {
        switch (step)
        {
            case 1:
                Vector128<double> last = Vector128.Shuffle(values.High, Vector128.Create(1L, 1));
                return new(last, last);
            case 2:
                return new(values.High, values.High);
            case 3:
                // b c | d b
                Vector128<double> inner = Vector128.Create(values.Low.GetUpper(), values.High.GetLower());
                return new(inner, Vector128.Create(values.High.GetUpper(), values.Low.GetUpper()));
            default:
                return values;
        }
    }

    /// <summary>Zero, then the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> MovedUp(Vector128<double> values) => Vector128.Shuffle(values, Vector128.Create(-1L, 0));
}

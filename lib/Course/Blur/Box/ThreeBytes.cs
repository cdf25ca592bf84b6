using System.Runtime.CompilerServices;

namespace Course.Blur.Box;

/// <summary>
/// Sums of three bytes, apart for even and odd pixels.
/// <code>
/// from x        b0 b1 | b2 b3 | b4 b5 | ...     16-bit lanes of two pixels
/// pair sums     b0+b1 | b2+b3 | b4+b5 | ...
/// even sums  =  pair sums + even pixels of the load one to the left      b-1+b0+b1 | b1+b2+b3 | b3+b4+b5 | ...
/// odd sums   =  pair sums + odd pixels of the load one to the right      b0+b1+b2  | b2+b3+b4 | b4+b5+b6 | ...
/// </code>
/// </summary>
internal readonly unsafe struct ThreeBytes<TLanes, TBytes, TShorts, TInts> : IThreeByThree<byte, TBytes, EvenOdd<TShorts>>
    where TLanes : struct, IByteLanes<TBytes, TShorts, TInts> where TBytes : unmanaged where TShorts : unmanaged where TInts : unmanaged
{
    public static BoxInstructions Instructions => TLanes.Instructions;

    public static bool IsSupported => TLanes.IsSupported;

    public static int Count => TLanes.Count;

    public static int SumsBytes => 2 * TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TBytes Load(byte* from) => TLanes.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(TBytes pixels, byte* to) => TLanes.Store(pixels, to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(TBytes pixels, byte* to) => TLanes.StoreNonTemporal(pixels, to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EvenOdd<TShorts> LoadSums(byte* from) =>
        new(TLanes.LoadShorts((short*)from), TLanes.LoadShorts((short*)(from + TLanes.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(EvenOdd<TShorts> sums, byte* to)
    {
        TLanes.StoreShorts(sums.Even, (short*)to);
        TLanes.StoreShorts(sums.Odd, (short*)(to + TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TBytes ShiftedRight(TBytes pixels, byte outside) => TLanes.ShiftedRight(pixels, outside);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TBytes ShiftedLeft(TBytes pixels, byte outside) => TLanes.ShiftedLeft(pixels, outside);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EvenOdd<TShorts> RowSums(TBytes left, TBytes here, TBytes right)
    {
        TShorts pairs = TLanes.PairSums(here);
        return new(TLanes.Add(pairs, TLanes.EvenPixels(left)), TLanes.Add(pairs, TLanes.OddPixels(right)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EvenOdd<TShorts> Add(EvenOdd<TShorts> a, EvenOdd<TShorts> b) => new(TLanes.Add(a.Even, b.Even), TLanes.Add(a.Odd, b.Odd));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TBytes Mean(EvenOdd<TShorts> sums) => TLanes.Interleave(TLanes.NinthRounded(sums.Even), TLanes.NinthRounded(sums.Odd));
}

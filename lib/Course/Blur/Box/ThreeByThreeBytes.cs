using System.Runtime.CompilerServices;

namespace Course.Blur.Box;

/// <summary>
/// The 3x3 mean of bytes. Every source row is read once: a band of rows is swept from left to right, and the sums of its last two rows
/// wait in a small buffer for the band below.
/// <code>
/// from x        b0 b1 | b2 b3 | b4 b5 | ...     16-bit lanes of two pixels
/// pair sums     b0+b1 | b2+b3 | b4+b5 | ...
/// even sums  =  pair sums + even pixels of the load one to the left      b-1+b0+b1 | b1+b2+b3 | b3+b4+b5 | ...
/// odd sums   =  pair sums + odd pixels of the load one to the right      b0+b1+b2  | b2+b3+b4 | b4+b5+b6 | ...
/// </code>
/// Scalar: <c>rowSum[y, x] = source[y, x - 1] + source[y, x] + source[y, x + 1]; destination[y, x] = (rowSum[y - 1, x] + rowSum[y, x] +
/// rowSum[y + 1, x] + 4) / 9</c>. Results go past the caches where source and destination together exceed them.
/// </summary>
internal sealed unsafe class ThreeByThreeBytes<TLanes, TBytes, TShorts, TInts> : BoxKernel<byte>
    where TLanes : struct, IByteLanes<TBytes, TShorts, TInts> where TBytes : struct where TShorts : struct where TInts : struct
{
    private const int BandRows = 8;

    public override BoxInstructions Instructions => TLanes.Instructions;

    public override bool Fits(in BlurTask<byte> task) =>
        TLanes.IsSupported && task.Radius == 1 && task.Channels == 1 && !task.InPlace && task.Width > TLanes.Count + 1;

    public override nint ScratchBytes(in BlurTask<byte> task) => (task.Width / TLanes.Count + 2) * 4 * TLanes.Count;

    public override void BlurRows(in BlurTask<byte> task, in RowSource<byte> rows, int first, int end, byte* scratch)
    {
        if (task.Margin == 0 && NonTemporal.Pays(task, TLanes.Count)) BlurRows<Streamed>(task, rows, first, end, scratch);
        else BlurRows<Cached>(task, rows, first, end, scratch);
    }

    private static void BlurRows<TStore>(in BlurTask<byte> task, in RowSource<byte> rows, int first, int end, byte* scratch)
        where TStore : struct, IStore
    {
        Band<TStore>(task, rows[first - 1], 0, null, 0, scratch);
        Band<TStore>(task, rows[first], 0, null, 0, scratch);
        for (int y = first; y < end;)
        {
            task.Cancellation.ThrowIfCancellationRequested();
            // The rows below a band's rows lie one stride apart, except the one that the border rule makes up.
            int count = Math.Max(1, Math.Min(BandRows, Math.Min(end, task.Height - 1) - y));
            Band<TStore>(task, rows[y + 1], task.SourceStride, task.Destination + y * task.DestinationStride, count, scratch);
            y += count;
        }
    }

    /// <summary>Blurs <paramref name="count"/> rows, the first of which has <paramref name="below"/> below it. None: only takes that row in.</summary>
    private static void Band<TStore>(in BlurTask<byte> task, byte* below, nint stride, byte* to, int count, byte* carry)
        where TStore : struct, IStore
    {
        nint toStride = task.DestinationStride;
        int x = task.Margin, last = task.Width - task.Margin - TLanes.Count;
        var ends = new Ends(task);
        if (task.Margin == 0)
        {
            Column<TStore, LeftEnd>(below, stride, to, toStride, count, carry, ends);
            x += TLanes.Count;
            carry += 4 * TLanes.Count;
        }
        for (; x < last; x += TLanes.Count, carry += 4 * TLanes.Count)
            Column<TStore, Inner>(below + x, stride, to + x, toStride, count, carry, ends);
        // The last vector ends where the row ends and may repeat pixels of the one before.
        if (task.Margin == 0) Column<Cached, RightEnd>(below + last, stride, to + last, toStride, count, carry, ends);
        else Column<Cached, Inner>(below + last, stride, to + last, toStride, count, carry, ends);
    }

    /// <summary>One vector's width of the band, from top to bottom. Carried: even and odd sums of the row above, then of the middle row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Column<TStore, TPlace>(byte* below, nint stride, byte* to, nint toStride, int count, byte* carry, in Ends ends)
        where TStore : struct, IStore where TPlace : struct, IPlace
    {
        short* kept = (short*)carry;
        int lanes = TLanes.Count / 2;
        TShorts aboveEven = TLanes.LoadShorts(kept), aboveOdd = TLanes.LoadShorts(kept + lanes);
        TShorts middleEven = TLanes.LoadShorts(kept + 2 * lanes), middleOdd = TLanes.LoadShorts(kept + 3 * lanes);
        int row = 0;
        for (; row + 1 < count; row += 2)
        {
            RowSums<TPlace>(below, ends, out TShorts nextEven, out TShorts nextOdd);
            // The sum of two rows serves the row above them and the row below.
            TShorts sharedEven = TLanes.Add(middleEven, nextEven), sharedOdd = TLanes.Add(middleOdd, nextOdd);
            TStore.Store(Mean(TLanes.Add(aboveEven, sharedEven), TLanes.Add(aboveOdd, sharedOdd)), to);
            (aboveEven, aboveOdd) = (nextEven, nextOdd);
            RowSums<TPlace>(below + stride, ends, out middleEven, out middleOdd);
            TStore.Store(Mean(TLanes.Add(sharedEven, middleEven), TLanes.Add(sharedOdd, middleOdd)), to + toStride);
            below += 2 * stride;
            to += 2 * toStride;
        }
        if (row < count || count == 0)
        {
            RowSums<TPlace>(below, ends, out TShorts nextEven, out TShorts nextOdd);
            TShorts even = TLanes.Add(TLanes.Add(aboveEven, middleEven), nextEven), odd = TLanes.Add(TLanes.Add(aboveOdd, middleOdd), nextOdd);
            if (count != 0) TStore.Store(Mean(even, odd), to);
            (aboveEven, aboveOdd, middleEven, middleOdd) = (middleEven, middleOdd, nextEven, nextOdd);
        }
        TLanes.StoreShorts(aboveEven, kept);
        TLanes.StoreShorts(aboveOdd, kept + lanes);
        TLanes.StoreShorts(middleEven, kept + 2 * lanes);
        TLanes.StoreShorts(middleOdd, kept + 3 * lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RowSums<TPlace>(byte* at, in Ends ends, out TShorts even, out TShorts odd) where TPlace : struct, IPlace
    {
        TBytes here = TLanes.Load(at);
        TShorts pairs = TLanes.PairSums(here);
        even = TLanes.Add(pairs, TLanes.EvenPixels(TPlace.Left(at, here, ends)));
        odd = TLanes.Add(pairs, TLanes.OddPixels(TPlace.Right(at, here, ends)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TBytes Mean(TShorts even, TShorts odd) => TLanes.Interleave(TLanes.NinthRounded(even), TLanes.NinthRounded(odd));

    /// <summary>The pixel beyond each end of a row: so many bytes from the row's first or last vector, or the border's fixed value.</summary>
    private readonly struct Ends(in BlurTask<byte> task)
    {
        private readonly int _left = BorderRule.Index(-1, task.Width, task.Border);
        private readonly int _right = BorderRule.Index(task.Width, task.Width, task.Border) - (task.Width - TLanes.Count);
        private readonly bool _fixed = task.Border == BoxBorder.Constant;
        private readonly byte _value = task.BorderValue;

        public byte Left(byte* at) => _fixed ? _value : at[_left];

        public byte Right(byte* at) => _fixed ? _value : at[_right];
    }

    /// <summary>The neighbours of a vector: loaded inside the row, made up at its ends.</summary>
    private interface IPlace
    {
        static abstract TBytes Left(byte* at, TBytes here, in Ends ends);

        static abstract TBytes Right(byte* at, TBytes here, in Ends ends);
    }

    private readonly struct Inner : IPlace
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TBytes Left(byte* at, TBytes here, in Ends ends) => TLanes.Load(at - 1);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TBytes Right(byte* at, TBytes here, in Ends ends) => TLanes.Load(at + 1);
    }

    private readonly struct LeftEnd : IPlace
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TBytes Left(byte* at, TBytes here, in Ends ends) => TLanes.ShiftedRight(here, ends.Left(at));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TBytes Right(byte* at, TBytes here, in Ends ends) => TLanes.Load(at + 1);
    }

    private readonly struct RightEnd : IPlace
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TBytes Left(byte* at, TBytes here, in Ends ends) => TLanes.Load(at - 1);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TBytes Right(byte* at, TBytes here, in Ends ends) => TLanes.ShiftedLeft(here, ends.Right(at));
    }

    private interface IStore
    {
        static abstract void Store(TBytes pixels, byte* to);
    }

    private readonly struct Cached : IStore
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Store(TBytes pixels, byte* to) => TLanes.Store(pixels, to);
    }

    private readonly struct Streamed : IStore
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Store(TBytes pixels, byte* to) => TLanes.StoreNonTemporal(pixels, to);
    }
}

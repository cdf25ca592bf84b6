using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Course.Blur.Box;

/// <summary>
/// The 3x3 mean, one vector of pixels at a time. Every source row is read once: a band of rows is swept from left to right, and the sums
/// of its last two rows wait in a small buffer for the band below.
/// <code>
///              x ->  | vector | vector | ...
/// row y - 1  above   |  kept  |  kept  |            sums of three neighbours, from the band before
/// row y      middle  |  kept  |  kept  |
/// row y + 1  next    |  read  |   ...  |            gives row y:     above + middle + next
/// row y + 2          |  read  |                     gives row y + 1: middle + next + this one
/// </code>
/// Scalar: <c>rowSum[y, x] = source[y, x - 1] + source[y, x] + source[y, x + 1]; destination[y, x] = (rowSum[y - 1, x] + rowSum[y, x] +
/// rowSum[y + 1, x]) / 9</c>. Results go past the caches where source and destination together exceed them.
/// </summary>
internal sealed unsafe class ThreeByThree<T, TThree, TVector, TSums> : BoxKernel<T>
    where T : unmanaged where TThree : struct, IThreeByThree<T, TVector, TSums> where TVector : struct where TSums : struct
{
    // So many rows share the cost of the kept sums; more are slower again. Results that go past the caches fill a line for each row at once, and the
    // CPU has not many more such lines.
    private const int CachedRows = 12, StreamedRows = 8;

    public override BoxInstructions Instructions => TThree.Instructions;

    public override int RowsAtOnce => CachedRows;

    public override bool Fits(in BlurTask<T> task) =>
        TThree.IsSupported && task.Radius == 1 && task.Channels == 1 && !task.InPlace && task.Width > TThree.Count + 1;

    public override nint ScratchBytes(in BlurTask<T> task) => (task.Width / TThree.Count + 2) * 2 * TThree.SumsBytes;

    public override void BlurRows(in BlurTask<T> task, in RowSource<T> rows, int first, int end, byte* scratch)
    {
        if (task.Margin == 0 && NonTemporal.Pays(task, TThree.Count * sizeof(T))) BlurRows<Streamed>(task, rows, first, end, scratch);
        else BlurRows<Cached>(task, rows, first, end, scratch);
    }

    private static void BlurRows<TStore>(in BlurTask<T> task, in RowSource<T> rows, int first, int end, byte* scratch)
        where TStore : struct, IStore
    {
        Band<TStore>(task, rows[first - 1], 0, null, 0, scratch);
        Band<TStore>(task, rows[first], 0, null, 0, scratch);
        for (int y = first; y < end;)
        {
            task.Cancellation.ThrowIfCancellationRequested();
            // The rows below a band's rows lie one stride apart, except the one that the border rule makes up.
            int count = Math.Max(1, Math.Min(TStore.BandRows, Math.Min(end, task.Height - 1) - y));
            Band<TStore>(task, rows[y + 1], task.SourceStride, task.Destination + y * task.DestinationStride, count, scratch);
            y += count;
        }
    }

    /// <summary>Blurs <paramref name="count"/> rows, the first of which has <paramref name="below"/> below it. None: only takes that row in.</summary>
    private static void Band<TStore>(in BlurTask<T> task, T* below, nint stride, T* to, int count, byte* kept) where TStore : struct, IStore
    {
        nint toStride = task.DestinationStride;
        int x = task.Margin, last = task.Width - task.Margin - TThree.Count;
        var ends = new Ends(task);
        if (task.Margin == 0)
        {
            Column<TStore, LeftEnd>(below, stride, to, toStride, count, kept, ends);
            x += TThree.Count;
            kept += 2 * TThree.SumsBytes;
        }
        if (count == TStore.BandRows)
        {
            int columns = Math.Max(0, (last - x + TThree.Count - 1) / TThree.Count);
            WholeColumns<TStore>(below + x, stride, to + x, toStride, columns, kept);
            x += columns * TThree.Count;
            kept += 2 * columns * TThree.SumsBytes;
        }
        for (; x < last; x += TThree.Count, kept += 2 * TThree.SumsBytes)
            Column<TStore, Inner>(below + x, stride, to + x, toStride, count, kept, ends);
        // The last vector ends where the row ends and may repeat pixels of the one before.
        if (task.Margin == 0) Column<Cached, RightEnd>(below + last, stride, to + last, toStride, count, kept, ends);
        else Column<Cached, Inner>(below + last, stride, to + last, toStride, count, kept, ends);
    }

    /// <summary>One vector's width of the band, from top to bottom.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Column<TStore, TPlace>(T* below, nint stride, T* to, nint toStride, int count, byte* kept, in Ends ends)
        where TStore : struct, IStore where TPlace : struct, IPlace
    {
        TSums above = TThree.LoadSums(kept), middle = TThree.LoadSums(kept + TThree.SumsBytes);
        int row = 0;
        for (; row + 1 < count; row += 2)
        {
            TSums next = RowSums<TPlace>(below, ends), afterNext = RowSums<TPlace>(below + stride, ends);
            TStore.Ahead(below + count * stride);
            TStore.Ahead(below + (count + 1) * stride);
            TwoRows<TStore>(next, afterNext, to, toStride, ref above, ref middle);
            below += 2 * stride;
            to += 2 * toStride;
        }
        if (row < count || count == 0)
        {
            TSums next = RowSums<TPlace>(below, ends);
            if (count != 0) TStore.Store(TThree.Mean(TThree.Add(TThree.Add(above, middle), next)), to);
            (above, middle) = (middle, next);
        }
        TThree.StoreSums(above, kept);
        TThree.StoreSums(middle, kept + TThree.SumsBytes);
    }

    /// <summary>Columns of all of a band's rows. Written out, which is a fifth faster than a loop over rows.</summary>
    private static void WholeColumns<TStore>(T* below, nint stride, T* to, nint toStride, int columns, byte* kept) where TStore : struct, IStore
    {
        for (; columns > 0; columns--, below += TThree.Count, to += TThree.Count, kept += 2 * TThree.SumsBytes)
        {
            TSums above = TThree.LoadSums(kept), middle = TThree.LoadSums(kept + TThree.SumsBytes);
            InnerRows<TStore>(below, stride, to, toStride, ref above, ref middle);
            InnerRows<TStore>(below + 2 * stride, stride, to + 2 * toStride, toStride, ref above, ref middle);
            InnerRows<TStore>(below + 4 * stride, stride, to + 4 * toStride, toStride, ref above, ref middle);
            InnerRows<TStore>(below + 6 * stride, stride, to + 6 * toStride, toStride, ref above, ref middle);
            if (TStore.BandRows == CachedRows)
            {
                InnerRows<TStore>(below + 8 * stride, stride, to + 8 * toStride, toStride, ref above, ref middle);
                InnerRows<TStore>(below + 10 * stride, stride, to + 10 * toStride, toStride, ref above, ref middle);
            }
            TThree.StoreSums(above, kept);
            TThree.StoreSums(middle, kept + TThree.SumsBytes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void InnerRows<TStore>(T* below, nint stride, T* to, nint toStride, ref TSums above, ref TSums middle) where TStore : struct, IStore
    {
        TStore.Ahead(below + TStore.BandRows * stride);
        TStore.Ahead(below + (TStore.BandRows + 1) * stride);
        TSums next = TThree.RowSums(TThree.Load(below - 1), TThree.Load(below), TThree.Load(below + 1));
        below += stride;
        TSums afterNext = TThree.RowSums(TThree.Load(below - 1), TThree.Load(below), TThree.Load(below + 1));
        TwoRows<TStore>(next, afterNext, to, toStride, ref above, ref middle);
    }

    /// <summary>Stores two rows. The sum of two rows serves the row above them and the row below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoRows<TStore>(TSums next, TSums afterNext, T* to, nint toStride, ref TSums above, ref TSums middle)
        where TStore : struct, IStore
    {
        TSums shared = TThree.Add(middle, next);
        TStore.Store(TThree.Mean(TThree.Add(above, shared)), to);
        TStore.Store(TThree.Mean(TThree.Add(shared, afterNext)), to + toStride);
        (above, middle) = (next, afterNext);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TSums RowSums<TPlace>(T* at, in Ends ends) where TPlace : struct, IPlace
    {
        TVector here = TThree.Load(at);
        return TThree.RowSums(TPlace.Left(at, here, ends), here, TPlace.Right(at, here, ends));
    }

    /// <summary>The pixel beyond each end of a row: so many elements from the row's first or last vector, or the border's fixed value.</summary>
    private readonly struct Ends(in BlurTask<T> task)
    {
        private readonly int _left = BorderRule.Index(-1, task.Width, task.Border);
        private readonly int _right = BorderRule.Index(task.Width, task.Width, task.Border) - (task.Width - TThree.Count);
        private readonly bool _fixed = task.Border == BoxBorder.Constant;
        private readonly T _value = task.BorderValue;

        public T Left(T* at) => _fixed ? _value : at[_left];

        public T Right(T* at) => _fixed ? _value : at[_right];
    }

    /// <summary>The neighbours of a vector: loaded inside the row, made up at its ends.</summary>
    private interface IPlace
    {
        static abstract TVector Left(T* at, TVector here, in Ends ends);

        static abstract TVector Right(T* at, TVector here, in Ends ends);
    }

    private readonly struct Inner : IPlace
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Left(T* at, TVector here, in Ends ends) => TThree.Load(at - 1);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Right(T* at, TVector here, in Ends ends) => TThree.Load(at + 1);
    }

    private readonly struct LeftEnd : IPlace
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Left(T* at, TVector here, in Ends ends) => TThree.ShiftedRight(here, ends.Left(at));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Right(T* at, TVector here, in Ends ends) => TThree.Load(at + 1);
    }

    private readonly struct RightEnd : IPlace
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Left(T* at, TVector here, in Ends ends) => TThree.Load(at - 1);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Right(T* at, TVector here, in Ends ends) => TThree.ShiftedLeft(here, ends.Right(at));
    }

    private interface IStore
    {
        static abstract int BandRows { get; }

        /// <summary>
        /// Asks for pixels that the next band will read. The CPU's own prefetcher does not follow eight rows at once; this more than
        /// doubled the speed of pictures beyond the caches.
        /// </summary>
        static abstract void Ahead(T* from);

        static abstract void Store(TVector pixels, T* to);
    }

    private readonly struct Cached : IStore
    {
        public static int BandRows => CachedRows;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Ahead(T* from)
        {
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Store(TVector pixels, T* to) => TThree.Store(pixels, to);
    }

    private readonly struct Streamed : IStore
    {
        public static int BandRows => StreamedRows;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Ahead(T* from)
        {
            if (Sse.IsSupported) Sse.Prefetch0(from);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Store(TVector pixels, T* to) => TThree.StoreNonTemporal(pixels, to);
    }
}

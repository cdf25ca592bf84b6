using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Course.Blur.Box;

/// <summary>
/// The 3x3 mean with 512-bit vectors. Bands of six rows are swept from left to right; each column of vectors is read once, added up downwards
/// first, and the neighbours to the left and right are taken from the sums of the columns before and after. So every load and store is
/// a whole aligned cache line, which matters: a 512-bit load anywhere else touches two.
/// <code>
///               column before | column here | column after
/// row y - 1                   |             |     read
/// row y                       |             |     read        three rows added up: the after of row y
/// row y + 1                   |             |     read
/// row y: mean of     before, here, after  -> stored where "here" is
/// </code>
/// Scalar: <c>column[x] = source[y - 1, x] + source[y, x] + source[y + 1, x]; destination[y, x] = (column[x - 1] + column[x] + column[x + 1]) / 9</c>.
/// A column is stored one step after it was read, so a row may be blurred in place; the row above a band is kept as it was.
/// Results go past the caches where source and destination together exceed them.
/// </summary>
internal sealed unsafe class BandSweep<T, TSwept, TVector, TSums> : BoxKernel<T>
    where T : unmanaged where TSwept : struct, ISweptVectors<T, TVector, TSums> where TVector : unmanaged where TSums : unmanaged
{
    // As many as registers hold the sums of two columns for.
    private const int BandRows = 6;

    public override BoxInstructions Instructions => BoxInstructions.Vector512;

    public override int RowsAtOnce => BandRows;

    public override bool Fits(in BlurTask<T> task) => TSwept.IsSupported && task.Radius == 1 && task.Channels == TSwept.Channels;

    public override nint ScratchBytes(in BlurTask<T> task) =>
        SweptBand<T, TSwept, TVector, TSums>.Bytes + 2 * BandRows * sizeof(TSums) + (task.InPlace ? 2 * RowBytes(task) : 0);

    public override void BlurRows(in BlurTask<T> task, in RowSource<T> rows, int first, int end, byte* scratch)
    {
        bool streamed = task.Margin == 0 && NonTemporal.Pays(task, TSwept.Count * sizeof(T), NonTemporal.Share(task, first, end));
        var kept = (TSums*)(scratch + SweptBand<T, TSwept, TVector, TSums>.Bytes);
        int left = BorderRule.Index(-1, task.Width, task.Border), right = BorderRule.Index(task.Width, task.Width, task.Border);
        T* above = rows[first - 1], spare = (T*)(kept + 2 * BandRows), other = (T*)((byte*)spare + RowBytes(task));
        for (int y = first; y < end;)
        {
            task.Cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(BandRows, end - y);
            T* last = rows[y + count - 1];
            if (task.InPlace)
            {
                NativeMemory.Copy(last, spare, (nuint)(task.RowElements * sizeof(T)));
                last = spare;
                spare = other;
                other = last;
            }
            var band = new SweptBand<T, TSwept, TVector, TSums>(task, above, y, count, rows[y + count], left, right, (T*)scratch);
            if (count < BandRows) FewRows(band, count, kept);
            else if (streamed) SixRows<Streamed>(band);
            else SixRows<Cached>(band);
            above = last;
            y += count;
        }
    }

    private static nint RowBytes(in BlurTask<T> task) => Scratch.Aligned(task.RowElements * sizeof(T));

    private static void SixRows<TStore>(in SweptBand<T, TSwept, TVector, TSums> band) where TStore : struct, IStore
    {
        // Locals, not an array or a struct, because only these get registers; and nothing is called from here on, because a call would push
        // all of them out again.
        TSums before0 = default, before1 = default, before2 = default, before3 = default, before4 = default, before5 = default;
        TSums here0 = default, here1 = default, here2 = default, here3 = default, here4 = default, here5 = default;
        int elements = band.Elements, margin = band.Margin, whole = elements - band.Rest;
        T* edges = band.Edges, aside = band.Aside, above, from, below;
        nint stride;
        // The pixels left of the row, and the first column: nothing before them to store.
        for (int x = band.RepeatsFirst ? 0 : -TSwept.Count; x <= 0; x += TSwept.Count)
        {
            bool inside = x == 0 && whole != 0;
            T* edge = edges + (x == 0 ? band.EdgeElements : 0);
            above = inside ? band.Above : edge;
            from = inside ? band.From : edge + TSwept.Count;
            below = inside ? band.Below : edge + (BandRows + 1) * TSwept.Count;
            stride = inside ? band.Stride : TSwept.Count;
            Step<Nothing>(above, from, below, stride, null, 0, ref before0, ref here0, ref before1, ref here1, ref before2, ref here2, ref before3, ref here3, ref before4, ref here4, ref before5, ref here5);
        }
        if (band.RepeatsFirst)
        {
            before0 = TSwept.FirstRepeated(here0);
            before1 = TSwept.FirstRepeated(here1);
            before2 = TSwept.FirstRepeated(here2);
            before3 = TSwept.FirstRepeated(here3);
            before4 = TSwept.FirstRepeated(here4);
            before5 = TSwept.FirstRepeated(here5);
        }
        // One loop in machine code serves all other columns: those beyond the row's whole vectors are read from copies, and those of which some
        // elements must not be written are put aside.
        for (int x = TSwept.Count; x < elements + TSwept.Count;)
        {
            bool inside = x < whole, some = x - TSwept.Count < margin || x > elements - margin;
            T* edge = edges + (x < elements ? band.EdgeElements : 2 * band.EdgeElements) - x;
            above = inside ? band.Above : edge;
            from = inside ? band.From : edge + TSwept.Count;
            below = inside ? band.Below : edge + (BandRows + 1) * TSwept.Count;
            stride = inside ? band.Stride : TSwept.Count;
            T* to = some ? aside - x : band.To - TSwept.Count;
            nint toStride = some ? TSwept.Count : band.ToStride;
            if (some) aside += BandRows * TSwept.Count;
            for (int end = inside && !some ? whole : x + TSwept.Count; x < end; x += TSwept.Count)
            {
                TStore.Ahead(from + x, stride);
                Step<TStore>(above + x, from + x, below + x, stride, to + x, toStride, ref before0, ref here0, ref before1, ref here1, ref before2, ref here2, ref before3, ref here3, ref before4, ref here4, ref before5, ref here5);
            }
        }
        if (margin != 0 || elements != whole) band.StoreAside(BandRows);
    }

    /// <summary>Adds up a column of vectors, three rows for each row of the band, and stores the column before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TStore>(T* above, T* from, T* below, nint stride, T* to, nint toStride,
        ref TSums before0, ref TSums here0, ref TSums before1, ref TSums here1, ref TSums before2, ref TSums here2,
        ref TSums before3, ref TSums here3, ref TSums before4, ref TSums here4, ref TSums before5, ref TSums here5) where TStore : struct, IStore
    {
        TSums a = Read(from), b = Read(from + stride);
        // The sum of two rows serves the row above them and the row below.
        TSums shared = TSwept.Add(a, b);
        Store<TStore>(TSwept.Add(Read(above), shared), to, ref before0, ref here0);
        TSums c = Read(from + 2 * stride), d = Read(from + 3 * stride);
        Store<TStore>(TSwept.Add(shared, c), to + toStride, ref before1, ref here1);
        shared = TSwept.Add(c, d);
        Store<TStore>(TSwept.Add(b, shared), to + 2 * toStride, ref before2, ref here2);
        TSums e = Read(from + 4 * stride), f = Read(from + 5 * stride);
        Store<TStore>(TSwept.Add(shared, e), to + 3 * toStride, ref before3, ref here3);
        shared = TSwept.Add(e, f);
        Store<TStore>(TSwept.Add(d, shared), to + 4 * toStride, ref before4, ref here4);
        Store<TStore>(TSwept.Add(shared, Read(below)), to + 5 * toStride, ref before5, ref here5);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TSums Read(T* at) => TSwept.Widened(TSwept.Load(at));

    /// <summary>Stores a vector, now that the sums behind it are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TStore>(TSums after, T* to, ref TSums before, ref TSums here) where TStore : struct, IStore
    {
        TStore.StoreMean(before, here, after, to);
        before = here;
        here = after;
    }

    /// <summary>What is left below the last whole band, with the sums of the columns before in memory.</summary>
    private static void FewRows(in SweptBand<T, TSwept, TVector, TSums> band, int count, TSums* kept)
    {
        for (int x = -TSwept.Count; x < band.Elements + TSwept.Count; x += TSwept.Count)
        {
            TSums* sums = kept;
            TSums above = Read(band.Line(0, count, x)), middle = Read(band.Line(1, count, x));
            for (int row = 1; row <= count; row++, sums += 2)
            {
                TSums below = Read(band.Line(row + 1, count, x)), after = TSwept.Add(TSwept.Add(above, middle), below);
                if (x > 0) band.StoreSome(TSwept.Mean(sums[0], sums[1], after), row - 1, x - TSwept.Count);
                (sums[0], sums[1]) = (sums[1], after);
                (above, middle) = (middle, below);
            }
        }
    }

    private interface IStore
    {
        /// <summary>
        /// Asks for the rows that the next band reads and this one does not. The CPU's own prefetcher does not follow so many rows at once.
        /// </summary>
        static abstract void Ahead(T* at, nint stride);

        static abstract void StoreMean(TSums before, TSums here, TSums after, T* to);
    }

    /// <summary>The first columns have none before them.</summary>
    private readonly struct Nothing : IStore
    {
        public static void Ahead(T* at, nint stride)
        {
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void StoreMean(TSums before, TSums here, TSums after, T* to)
        {
        }
    }

    private readonly struct Cached : IStore
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Ahead(T* at, nint stride)
        {
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void StoreMean(TSums before, TSums here, TSums after, T* to) => TSwept.Store(TSwept.Mean(before, here, after), to);
    }

    private readonly struct Streamed : IStore
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Ahead(T* at, nint stride)
        {
            at += (BandRows + 1) * stride;
            Sse.Prefetch0(at);
            Sse.Prefetch0(at + stride);
            Sse.Prefetch0(at + 2 * stride);
            Sse.Prefetch0(at + 3 * stride);
            Sse.Prefetch0(at + 4 * stride);
            Sse.Prefetch0(at + 5 * stride);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void StoreMean(TSums before, TSums here, TSums after, T* to) => TSwept.StoreNonTemporal(TSwept.Mean(before, here, after), to);
    }
}

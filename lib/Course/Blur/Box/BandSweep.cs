using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
internal sealed unsafe partial class BandSweep<T, TSwept, TVector, TSums> : BoxKernel<T>
    where T : unmanaged where TSwept : struct, ISweptVectors<T, TVector, TSums> where TVector : unmanaged where TSums : unmanaged
{
    // As many as registers hold the sums of two columns for.
    private const int BandRows = 6;
    private const int LargestPixel = 4;

    /// <summary>A column of vectors for every row that a band reads.</summary>
    private static int EdgeElements => (BandRows + 2) * TSwept.Count;

    private static nint EdgeBytes => 2 * BandRows * sizeof(TSums) + 5 * EdgeElements * sizeof(T);

    public override BoxInstructions Instructions => BoxInstructions.Vector512;

    public override bool Fits(in BlurTask<T> task) => TSwept.IsSupported && task.Radius == 1 && task.Channels == TSwept.Channels;

    public override nint ScratchBytes(in BlurTask<T> task) => EdgeBytes + (task.InPlace ? 2 * Kept(task) : 0);

    public override void BlurRows(in BlurTask<T> task, in RowSource<T> rows, int first, int end, byte* scratch)
    {
        bool streamed = task.Margin == 0 && NonTemporal.Pays(task, TSwept.Count * sizeof(T));
        T* outside = stackalloc T[2 * (BandRows + 2) * LargestPixel];
        TSums* kept = (TSums*)scratch;
        T* edges = (T*)(kept + 2 * BandRows);
        scratch += EdgeBytes;
        T* above = rows[first - 1], spare = (T*)scratch;
        for (int y = first; y < end;)
        {
            task.Cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(BandRows, end - y);
            T* next = rows[y + count - 1];
            if (task.InPlace)
            {
                NativeMemory.Copy(next, spare, (nuint)(task.RowElements * sizeof(T)));
                next = spare;
                spare = (T*)(scratch + ((byte*)spare == scratch ? Kept(task) : 0));
            }
            var band = new Band(task, above, task.Source + y * task.SourceStride, rows[y + count], count,
                task.Destination + y * task.DestinationStride, outside);
            if (count < BandRows || task.RowElements < TSwept.Count) AnyRows(band, count, kept);
            else if (streamed) SixRows<Streamed>(band, kept, edges);
            else SixRows<Cached>(band, kept, edges);
            above = next;
            y += count;
        }
    }

    private static nint Kept(in BlurTask<T> task) => Scratch.Aligned(task.RowElements * sizeof(T));

    private static void SixRows<TStore>(in Band band, TSums* kept, T* edges) where TStore : struct, IStore
    {
        T* cut = edges + 2 * EdgeElements;
        LeftSums(band, BandRows, kept);
        WriteEdges(band, edges);
        int whole = band.Elements - band.Rest, last = band.LastColumn, margin = band.Margin, elements = band.Elements;
        // Locals, not an array or a struct, because only these get registers.
        TSums before0 = default, before1 = default, before2 = default, before3 = default, before4 = default, before5 = default;
        TSums here0 = kept[1], here1 = kept[3], here2 = kept[5], here3 = kept[7], here4 = kept[9], here5 = kept[11];
        T* above = band.Above, from = band.From, below = band.Below, to;
        nint stride = band.Stride, toStride;
        Step<Nothing>(above, from, below, stride, null, 0, ref before0, ref here0, ref before1, ref here1, ref before2, ref here2, ref before3, ref here3, ref before4, ref here4, ref before5, ref here5);
        for (int x = TSwept.Count; x <= last;)
        {
            // One loop serves all columns: those beyond the row are read from copies, and those of which some elements must not be
            // written are put aside. Nothing is called in here, because a call would push all sums out of the registers.
            bool beyond = x >= whole, some = x - TSwept.Count < margin || x > elements - margin;
            if (beyond)
            {
                above = edges + (x == last ? EdgeElements : 0) - x;
                from = above + TSwept.Count;
                below = from + BandRows * TSwept.Count;
                stride = TSwept.Count;
            }
            to = some ? cut - x : band.To - TSwept.Count;
            toStride = some ? TSwept.Count : band.ToStride;
            if (some) cut += BandRows * TSwept.Count;
            for (int end = beyond || some ? x + TSwept.Count : whole; x < end; x += TSwept.Count)
            {
                TStore.Ahead(from + x, stride);
                Step<TStore>(above + x, from + x, below + x, stride, to + x, toStride, ref before0, ref here0, ref before1, ref here1, ref before2, ref here2, ref before3, ref here3, ref before4, ref here4, ref before5, ref here5);
            }
        }
        if (margin != 0 || band.Rest != 0) StoreCuts(band, edges + 2 * EdgeElements);
    }

    /// <summary>Two columns of vectors: what lies behind the row's last whole vector and then beyond the row, for every row that the band reads.</summary>
    private static void WriteEdges(in Band band, T* edges)
    {
        for (int line = 0; line < BandRows + 2; line++, edges += TSwept.Count)
        {
            T* outside = band.Outside + 2 * LargestPixel * line;
            if (band.Rest != 0)
            {
                T* row = line == 0 ? band.Above : line <= BandRows ? band.From + (line - 1) * band.Stride : band.Below;
                TSwept.Store(First.Load(row + band.Elements - band.Rest, outside, band), edges);
            }
            TSwept.Store(Right.Load(null, outside, band), edges + EdgeElements);
        }
    }

    /// <summary>What was put aside, without the elements that must not be written.</summary>
    private static void StoreCuts(in Band band, T* cut)
    {
        for (int x = 0; x < band.Elements; x += TSwept.Count)
        {
            int first = band.FirstOf(x), end = band.EndOf(x);
            if (first == 0 && end == TSwept.Count) continue;
            for (int row = 0; row < BandRows; row++, cut += TSwept.Count)
                if (first < end) TSwept.StoreSome(TSwept.Load(cut), band.To + row * band.ToStride + x, first, end);
        }
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

    /// <summary>A band of any number of rows and any width, with the sums of the columns before in memory.</summary>
    private static void AnyRows(in Band band, int count, TSums* kept)
    {
        int x = 0;
        LeftSums(band, count, kept);
        for (; x < band.Elements - band.Rest; x += TSwept.Count) AnyRowsStep<Whole>(band, count, x, kept);
        if (band.Rest != 0)
        {
            AnyRowsStep<First>(band, count, x, kept);
            x += TSwept.Count;
        }
        AnyRowsStep<Right>(band, count, x, kept);
    }

    private static void AnyRowsStep<TPlace>(in Band band, int count, int x, TSums* kept) where TPlace : struct, IPlace
    {
        T* from = band.From + x, to = band.To + x - TSwept.Count;
        int first = band.FirstOf(x - TSwept.Count), end = band.EndOf(x - TSwept.Count);
        TSums above = Read<TPlace>(band, band.Above + x, 0), here = Read<TPlace>(band, from, 1);
        for (int row = 1; row <= count; row++, kept += 2, to += band.ToStride)
        {
            from += band.Stride;
            TSums next = Read<TPlace>(band, row < count ? from : band.Below + x, row + 1), sums = TSwept.Add(TSwept.Add(above, here), next);
            if (x != 0 && first < end) TSwept.StoreSome(TSwept.Mean(kept[0], kept[1], sums), to, first, end);
            (kept[0], kept[1]) = (kept[1], sums);
            (above, here) = (here, next);
        }
    }

    /// <summary>The sums of the pixels left of the row, where the first column looks for its neighbours.</summary>
    private static void LeftSums(in Band band, int count, TSums* kept)
    {
        TSums above = Read<Left>(band, null, 0), here = Read<Left>(band, null, 1);
        for (int row = 1; row <= count; row++)
        {
            TSums next = Read<Left>(band, null, row + 1);
            kept[2 * row - 1] = TSwept.Add(TSwept.Add(above, here), next);
            (above, here) = (here, next);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TSums Read<TPlace>(in Band band, T* at, int line) where TPlace : struct, IPlace =>
        TSwept.Widened(TPlace.Load(at, band.Outside + 2 * LargestPixel * line, band));
}

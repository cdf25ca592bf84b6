using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Course.Blur.Box;

/// <summary>
/// The mean of bytes over any window up to 127 x 127, at the same cost for each. Along a row, the window's sum changes by the pixel that
/// enters minus the pixel that leaves, so the sums of a whole vector are a running sum of such differences. Down the columns, each total
/// gains the row sum that enters and loses the one that leaves; the last 2 * radius + 2 rows of row sums wait in a ring.
/// <code>
/// change of a pair   in[2i] + in[2i+1] - out[2i] - out[2i+1]     16-bit lanes, one per two pixels
/// odd row sums       running sum of the changes + the last sum of the vector before
/// even row sums      odd row sum - (in[2i+1] - out[2i+1])
/// totals             32-bit lanes: pixels 0, 4, 8 ... | 2, 6, 10 ... from the even sums | 1, 5, 9 ... | 3, 7, 11 ... from the odd sums
/// </code>
/// Scalar: <c>rowSum += row[x + radius] - row[x - radius - 1]; total[x] += rowSum - ring[y - radius - 1, x]; destination[y, x] =
/// round(total[x] / (window * window))</c>. A row sum is below 2^15 up to a window of 128. The mean in float is off by at most
/// 255 * 2^-23 = 3.04e-5, and no mean of 127 * 127 bytes lies nearer than 3.10e-5 to a half, so rounding is exact. Results go past the caches
/// where source and destination together exceed them.
/// </summary>
internal sealed unsafe class SlidingBytes<TLanes, TBytes, TShorts, TInts> : BoxKernel<byte>
    where TLanes : struct, IByteLanes<TBytes, TShorts, TInts> where TBytes : unmanaged where TShorts : unmanaged where TInts : unmanaged
{
    private const int LargestRadius = 63;

    public override BoxInstructions Instructions => TLanes.Instructions;

    public override bool Fits(in BlurTask<byte> task) => TLanes.IsSupported && task.Radius <= LargestRadius;

    public override nint ScratchBytes(in BlurTask<byte> task) => new Memory(task, null).Bytes;

    public override void BlurRows(in BlurTask<byte> task, in RowSource<byte> rows, int first, int end, byte* scratch)
    {
        var memory = new Memory(task, scratch);
        NativeMemory.Clear(scratch, (nuint)memory.Bytes);
        int last = end - 1 + task.Radius;
        for (int y = first - task.Radius; y < first + task.Radius; y++) Take<FirstRows>(task, rows, y, first, last, null, memory);
        // A row has direct results when nothing has to be sorted out before they are written.
        bool direct = task.Channels == 1 && task.Margin == 0, streamed = direct && NonTemporal.Pays(task, TLanes.Count, NonTemporal.Share(task, first, end));
        for (int y = first; y < end; y++)
        {
            byte* to = task.Destination + y * task.DestinationStride;
            if (streamed) Take<Streamed>(task, rows, y + task.Radius, first, last, to, memory);
            else Take<Cached>(task, rows, y + task.Radius, first, last, direct ? to : memory.Result, memory);
            if (!direct) Channels.Join(memory.Result, memory.Padded, to, task);
            task.Cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The row's sums enter the ring and the totals, and those of the row a window above leave; then the totals' means are written.</summary>
    private static void Take<TStore>(in BlurTask<byte> task, in RowSource<byte> rows, int y, int first, int last, byte* to, in Memory memory)
        where TStore : struct, IStore
    {
        int slots = task.Window + 1, slot = (y + slots) % slots, leavingSlot = (slot + 1) % slots, slotAbove = (slot + slots - 1) % slots;
        byte* row = rows[y], next = rows[Math.Min(y + 1, last)];
        // A replicated border is the same row again and again; only the strip's first row has none above it.
        bool again = y > first - task.Radius && rows[y - 1] == row;
        for (int channel = 0; channel < task.Channels; channel++)
        {
            byte* plane = memory.Planes + channel * memory.PlaneBytes;
            short* entering = (short*)(plane + memory.RingRow * slot), leaving = (short*)(plane + memory.RingRow * leavingSlot);
            if (again) NativeMemory.Copy(plane + memory.RingRow * slotAbove, entering, (nuint)memory.RingRow);
            else
            {
                Channels.Split(row, channel, memory.Pixels, task);
                SumRow(memory.Pixels, next + channel * task.Width, entering, task);
            }
            AddUp<TStore>(entering, leaving, (int*)(plane + memory.Totals), to + channel * memory.Padded, task);
        }
    }

    /// <summary>The window's sum at every pixel of a row.</summary>
    /// <param name="pixels">The row with a radius of border at each end, behind 2 * radius + 1 + a vector of zeros.</param>
    /// <param name="next">The row that will be wanted next: the CPU's own prefetcher stops at the end of a page, which may be the end of each row.</param>
    private static void SumRow(byte* pixels, byte* next, short* sums, in BlurTask<byte> task)
    {
        int lanes = TLanes.Count, width = task.Width;
        byte* leads = pixels + 2 * task.Radius, trails = pixels - 1;
        TShorts sum = default;
        // Left of the first pixel the window fills up: nothing to keep yet.
        int x = -(2 * task.Radius + lanes - 1) / lanes * lanes;
        for (; x < 0; x += lanes) RowSums(leads + x, trails + x, ref sum, out _, out _);
        for (; x < width; x += lanes)
        {
            if (Sse.IsSupported) Sse.Prefetch0(next + x);
            RowSums(leads + x, trails + x, ref sum, out TShorts even, out TShorts odd);
            TLanes.StoreShorts(even, sums + x);
            TLanes.StoreShorts(odd, sums + x + lanes / 2);
        }
    }

    /// <summary>
    /// One row of sums enters the totals, another leaves them, and the means are written. A loop apart from <see cref="SumRow"/>, though the sums
    /// are read again: the chain of operations from a pixel to its mean is too long for the CPU to work on enough vectors at once.
    /// </summary>
    private static void AddUp<TStore>(short* entering, short* leaving, int* totals, byte* to, in BlurTask<byte> task) where TStore : struct, IStore
    {
        int lanes = TLanes.Count, width = task.Width, whole = width / lanes * lanes;
        float reciprocal = 1f / (task.Window * task.Window);
        for (int x = 0; x < whole; x += lanes) TStore.Store(Means(entering + x, leaving + x, totals + x, reciprocal), to + x);
        if (whole == width) return;
        byte* tail = stackalloc byte[TLanes.Count];
        Cached.Store(Means(entering + whole, leaving + whole, totals + whole, reciprocal), tail);
        if (typeof(TStore) == typeof(FirstRows)) return;
        new ReadOnlySpan<byte>(tail, width - whole).CopyTo(new Span<byte>(to + whole, width - whole));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RowSums(byte* lead, byte* trail, ref TShorts sum, out TShorts even, out TShorts odd)
    {
        TBytes entering = TLanes.Load(lead), leaving = TLanes.Load(trail);
        TShorts sums = TLanes.RunningSum(TLanes.Subtract(TLanes.PairSums(entering), TLanes.PairSums(leaving)));
        odd = TLanes.Add(sums, sum);
        even = TLanes.Subtract(odd, TLanes.Subtract(TLanes.OddPixels(entering), TLanes.OddPixels(leaving)));
        sum = TLanes.Add(sum, TLanes.LastEverywhere(sums));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TBytes Means(short* entering, short* leaving, int* totals, float reciprocal)
    {
        int half = TLanes.Count / 2;
        TShorts even = TLanes.Subtract(TLanes.LoadShorts(entering), TLanes.LoadShorts(leaving));
        TShorts odd = TLanes.Subtract(TLanes.LoadShorts(entering + half), TLanes.LoadShorts(leaving + half));
        return TLanes.Interleave(Totals(totals, even, reciprocal), Totals(totals + half, odd, reciprocal));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TShorts Totals(int* totals, TShorts change, float reciprocal)
    {
        TInts even = TLanes.Add(TLanes.LoadInts(totals), TLanes.EvenLanes(change));
        TInts odd = TLanes.Add(TLanes.LoadInts(totals + TLanes.Count / 4), TLanes.OddLanes(change));
        TLanes.StoreInts(even, totals);
        TLanes.StoreInts(odd, totals + TLanes.Count / 4);
        return TLanes.Means(even, odd, reciprocal);
    }

    private interface IStore
    {
        static abstract void Store(TBytes pixels, byte* to);
    }

    /// <summary>The first rows only fill the window: there is no mean yet, and the compiler leaves out what it would take.</summary>
    private readonly struct FirstRows : IStore
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Store(TBytes pixels, byte* to)
        {
        }
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

    /// <summary>The parts of the working memory. A channel's plane holds its ring, then its totals.</summary>
    private readonly struct Memory
    {
        public readonly byte* Pixels, Result, Planes;
        public readonly nint Padded, PlaneBytes, RingRow, Totals, Bytes;

        public Memory(in BlurTask<byte> task, byte* scratch)
        {
            Padded = Scratch.Aligned(task.Width);
            RingRow = Padded * sizeof(short);
            Totals = RingRow * (task.Window + 1);
            PlaneBytes = Totals + Padded * sizeof(int);
            nint pixels = Scratch.Aligned(2 * task.Radius + 1 + TLanes.Count);
            nint result = pixels + Scratch.Aligned(Padded + 2 * task.Radius + TLanes.Count);
            nint planes = result + Padded * task.Channels;
            Bytes = planes + PlaneBytes * task.Channels;
            Pixels = scratch + pixels;
            Result = scratch + result;
            Planes = scratch + planes;
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
/// 255 * 2^-23 = 3.04e-5, and no mean of 127 * 127 bytes lies nearer than 3.10e-5 to a half, so rounding is exact.
/// </summary>
internal sealed unsafe class SlidingBytes<TLanes, TBytes, TShorts, TInts> : BoxKernel<byte>
    where TLanes : struct, IByteLanes<TBytes, TShorts, TInts> where TBytes : unmanaged where TShorts : unmanaged where TInts : unmanaged
{
    private const int LargestRadius = 63;

    public override BoxInstructions Instructions => TLanes.Instructions;

    public override bool Fits(in BlurTask<byte> task) => TLanes.IsSupported && task.Radius <= LargestRadius;

    public override nint ScratchBytes(in BlurTask<byte> task) => new Memory(task).Bytes;

    public override void BlurRows(in BlurTask<byte> task, in RowSource<byte> rows, int first, int end, byte* scratch)
    {
        var memory = new Memory(task);
        NativeMemory.Clear(scratch, (nuint)memory.Bytes);
        // A row has direct results when nothing has to be sorted out before they are written.
        bool direct = task.Channels == 1 && task.Margin == 0;
        for (int y = first - task.Radius; y < first + task.Radius; y++) Take(task, rows[y], y, scratch + memory.Result, memory, scratch);
        for (int y = first; y < end; y++)
        {
            byte* to = task.Destination + y * task.DestinationStride;
            if (direct) Take(task, rows[y + task.Radius], y + task.Radius, to, memory, scratch);
            else
            {
                byte* planes = scratch + memory.Result;
                Take(task, rows[y + task.Radius], y + task.Radius, planes, memory, scratch);
                Channels.Join(planes, memory.Padded, to, task);
            }
            task.Cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The row's sums enter the ring and the totals, and those of the row a window above leave; then the totals' means are written.</summary>
    private static void Take(in BlurTask<byte> task, byte* row, int y, byte* to, in Memory memory, byte* scratch)
    {
        int slots = task.Window + 1, slot = (y + slots) % slots, leavingSlot = (slot + 1) % slots;
        for (int channel = 0; channel < task.Channels; channel++)
        {
            byte* pixels = scratch + memory.Pixels, plane = scratch + memory.Planes + channel * memory.PlaneBytes;
            Channels.Split(row, channel, pixels, task);
            short* entering = (short*)(plane + memory.RingRow * slot), leaving = (short*)(plane + memory.RingRow * leavingSlot);
            Slide(pixels, entering, leaving, (int*)(plane + memory.Totals), to + channel * memory.Padded, task);
        }
    }

    /// <param name="pixels">The row with a radius of border at each end, behind 2 * radius + 1 + a vector of zeros.</param>
    private static void Slide(byte* pixels, short* entering, short* leaving, int* totals, byte* to, in BlurTask<byte> task)
    {
        int lanes = TLanes.Count, width = task.Width;
        byte* leads = pixels + 2 * task.Radius, trails = pixels - 1;
        float reciprocal = 1f / (task.Window * task.Window);
        TShorts sum = default;
        byte* tail = stackalloc byte[TLanes.Count];
        // Left of the first pixel the window fills up: nothing to write yet.
        int x = -(2 * task.Radius + lanes - 1) / lanes * lanes;
        for (; x < 0; x += lanes) RowSums(leads + x, trails + x, ref sum, out _, out _);
        for (; x < width; x += lanes, entering += lanes, leaving += lanes, totals += lanes)
        {
            RowSums(leads + x, trails + x, ref sum, out TShorts even, out TShorts odd);
            TLanes.StoreShorts(even, entering);
            TLanes.StoreShorts(odd, entering + lanes / 2);
            TShorts evenChange = TLanes.Subtract(even, TLanes.LoadShorts(leaving));
            TShorts oddChange = TLanes.Subtract(odd, TLanes.LoadShorts(leaving + lanes / 2));
            TShorts evenMeans = Totals(totals, evenChange, reciprocal);
            TShorts oddMeans = Totals(totals + lanes / 2, oddChange, reciprocal);
            TLanes.Store(TLanes.Interleave(evenMeans, oddMeans), x + lanes <= width ? to + x : tail);
        }
        if (width % lanes != 0) new ReadOnlySpan<byte>(tail, width % lanes).CopyTo(new Span<byte>(to + width / lanes * lanes, width % lanes));
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
    private static TShorts Totals(int* totals, TShorts change, float reciprocal)
    {
        TInts even = TLanes.Add(TLanes.LoadInts(totals), TLanes.EvenLanes(change));
        TInts odd = TLanes.Add(TLanes.LoadInts(totals + TLanes.Count / 4), TLanes.OddLanes(change));
        TLanes.StoreInts(even, totals);
        TLanes.StoreInts(odd, totals + TLanes.Count / 4);
        return TLanes.Means(even, odd, reciprocal);
    }

    /// <summary>Where each part of the working memory begins, in bytes.</summary>
    private readonly struct Memory
    {
        public readonly nint Padded, Pixels, Result, Planes, PlaneBytes, RingRow, Totals, Bytes;

        public Memory(in BlurTask<byte> task)
        {
            Padded = Scratch.Aligned(task.Width);
            RingRow = Padded * sizeof(short);
            Totals = RingRow * (task.Window + 1);
            PlaneBytes = Totals + Padded * sizeof(int);
            Pixels = Scratch.Aligned(2 * task.Radius + 1 + TLanes.Count);
            Result = Pixels + Scratch.Aligned(Padded + 2 * task.Radius + TLanes.Count);
            Planes = Result + Padded * task.Channels;
            Bytes = Planes + PlaneBytes * task.Channels;
        }
    }
}

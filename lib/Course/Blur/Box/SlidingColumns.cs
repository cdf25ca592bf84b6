using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Course.Blur.Box;

/// <summary>
/// Any element, radius and border, a vector of doubles at a time; what <see cref="ScalarBox{T}"/> does, and as exact. Each column keeps the
/// running sum of its window of rows. Along a row, the window's total changes by the column sum that enters minus the one that leaves, so the
/// totals of a whole vector are a running sum of such differences.
/// <code>
/// change   in0 - out0 | in1 - out1 | in2 - out2 | ...      for c channels, values that lie c apart belong together
/// totals   t0 = last + change0 | t1 = t0 + change1 | ...   the last of a vector is where the next begins
/// </code>
/// Scalar: <c>column[x] += source[y + radius, x] - source[y - radius - 1, x]; total += column[x + radius] - column[x - radius - 1];
/// destination[y, x] = total / (window * window)</c>.
/// </summary>
internal sealed unsafe class SlidingColumns<T, TLanes, TVector, TChannels> : BoxKernel<T>
    where T : unmanaged, INumber<T> where TLanes : struct, IDoubleLanes<TVector> where TVector : unmanaged where TChannels : struct, IChannelCount
{
    public override BoxInstructions Instructions => TLanes.Instructions;

    public override bool Fits(in BlurTask<T> task) => TLanes.IsSupported && task.Channels == TChannels.Count;

    public override nint ScratchBytes(in BlurTask<T> task) => ColumnBytes(task) + (task.InPlace ? (nint)task.Window * task.RowElements * sizeof(T) : 0);

    public override void BlurRows(in BlurTask<T> task, in RowSource<T> rows, int first, int end, byte* scratch)
    {
        // Zeros on the left stand for what leaves when the first window is complete.
        NativeMemory.Clear(scratch, (nuint)ColumnBytes(task));
        double* columns = (double*)scratch + 8 + task.Radius * TChannels.Count;
        T* ring = (T*)(scratch + ColumnBytes(task));
        for (int y = first - task.Radius; y <= first + task.Radius; y++)
        {
            Enter(columns, rows[y], task.RowElements);
            if (task.InPlace) NativeMemory.Copy(rows[y], Slot(ring, y, task), (nuint)(task.RowElements * sizeof(T)));
        }
        for (int y = first; y < end; y++)
        {
            if (y > first)
            {
                T* entering = rows[y + task.Radius], leaving = task.InPlace ? Slot(ring, y + task.Radius, task) : rows[y - task.Radius - 1];
                Move(columns, entering, leaving, task.RowElements);
                // In place, the row that left was a copy, and the one that entered takes over its slot.
                if (task.InPlace) NativeMemory.Copy(entering, leaving, (nuint)(task.RowElements * sizeof(T)));
            }
            ExtendColumns(columns, task);
            SlideAlongRow(columns - task.Radius * TChannels.Count, task.Destination + y * task.DestinationStride, task);
            task.Cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The columns with a radius at each end, eight zeros before them, and room for a vector that begins with the last.</summary>
    private static nint ColumnBytes(in BlurTask<T> task) => Scratch.Aligned((16 + task.RowElements + 2 * task.Radius * TChannels.Count) * sizeof(double));

    /// <summary>The first row asked for is first - radius >= -radius, so the sum is not negative.</summary>
    private static T* Slot(T* ring, int y, in BlurTask<T> task) => ring + (nint)((y + task.Window) % task.Window) * task.RowElements;

    private static void Enter(double* columns, T* row, int elements)
    {
        int i = 0;
        for (; i + TLanes.Count <= elements; i += TLanes.Count)
            TLanes.Store(TLanes.Add(TLanes.Load(columns + i), TLanes.LoadPixels(row + i)), columns + i);
        for (; i < elements; i++) columns[i] += double.CreateTruncating(row[i]);
    }

    private static void Move(double* columns, T* entering, T* leaving, int elements)
    {
        int i = 0;
        for (; i + TLanes.Count <= elements; i += TLanes.Count)
        {
            TVector change = TLanes.Subtract(TLanes.LoadPixels(entering + i), TLanes.LoadPixels(leaving + i));
            TLanes.Store(TLanes.Add(TLanes.Load(columns + i), change), columns + i);
        }
        for (; i < elements; i++) columns[i] += double.CreateTruncating(entering[i]) - double.CreateTruncating(leaving[i]);
    }

    /// <summary>
    /// Writes a radius of column sums beyond each end of the row, from the edges outwards: the pixel that a border rule names lies inside, or
    /// nearer to the edge on the other side, where it has been written already.
    /// </summary>
    private static void ExtendColumns(double* columns, in BlurTask<T> task)
    {
        int width = task.Width, c = TChannels.Count;
        double outside = double.CreateTruncating(task.BorderValue) * task.Window;
        BoxBorder border = task.Border == BoxBorder.Reflect101 && width == 1 ? BoxBorder.Replicate : task.Border;
        (nint left, nint right, int step) = border switch
        {
            BoxBorder.Reflect => (0, width - 1, 1),
            BoxBorder.Reflect101 => (1, width - 2, 1),
            BoxBorder.Wrap => (width - 1, 0, -1),
            _ => (0, width - 1, 0),
        };
        for (int i = 0; i < task.Radius; i++, left += step, right -= step)
            for (int channel = 0; channel < c; channel++)
            {
                columns[(-1 - i) * c + channel] = border == BoxBorder.Constant ? outside : columns[left * c + channel];
                columns[(width + i) * c + channel] = border == BoxBorder.Constant ? outside : columns[right * c + channel];
            }
    }

    /// <param name="columns">Column sums, beginning a radius left of the row.</param>
    private static void SlideAlongRow(double* columns, T* to, in BlurTask<T> task)
    {
        double reciprocal = 1.0 / ((double)task.Window * task.Window);
        int c = TChannels.Count, begin = task.Margin * c, end = task.RowElements - begin;
        double* entering = columns + 2 * task.Radius * c, leaving = columns - c;
        double* first = stackalloc double[8];
        FirstTotals(columns, 2 * task.Radius * c, first);
        TVector before = TLanes.Load(first);
        T* part = stackalloc T[8];
        for (int i = 0; i < end; i += TLanes.Count)
        {
            TVector sums = TLanes.RunningSum(TLanes.Subtract(TLanes.Load(entering + i), TLanes.Load(leaving + i)), c);
            TVector means = TLanes.Scale(TLanes.Add(sums, before), reciprocal);
            // Where a vector holds whole pixels, the sum need not wait for the permutation.
            before = TLanes.Count % c == 0 ? TLanes.Add(before, TLanes.LastOnes(sums, c)) : TLanes.LastOnes(TLanes.Add(sums, before), c);
            if (i >= begin && i + TLanes.Count <= end) TLanes.StorePixels(means, to + i);
            else
            {
                TLanes.StorePixels(means, part);
                for (int lane = Math.Max(0, begin - i); lane < TLanes.Count && i + lane < end; lane++) to[i + lane] = part[lane];
            }
        }
    }

    /// <summary>For each lane, the sum of its channel over the first <paramref name="count"/> columns: the first window but for its last pixel.</summary>
    /// <param name="spread">Gets them. Not returned, because the caller would keep a returned vector in memory.</param>
    private static void FirstTotals(double* columns, int count, double* spread)
    {
        int c = TChannels.Count, lanes = TLanes.Count, whole = count / lanes * lanes;
        double* totals = stackalloc double[4];
        for (int channel = 0; channel < c; channel++) totals[channel] = 0;
        // Vectors that lie c vectors apart hold the same channels in the same lanes.
        for (int phase = 0; phase < c; phase++)
        {
            TVector sum = default;
            for (int i = phase * lanes; i < whole; i += c * lanes) sum = TLanes.Add(sum, TLanes.Load(columns + i));
            TLanes.Store(sum, spread);
            for (int lane = 0; lane < lanes; lane++) totals[(phase * lanes + lane) % c] += spread[lane];
        }
        for (int i = whole; i < count; i++) totals[i % c] += columns[i];
        for (int lane = 0; lane < lanes; lane++) spread[lane] = totals[lane % c];
    }
}

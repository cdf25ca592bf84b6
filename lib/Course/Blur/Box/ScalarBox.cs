using System.Numerics;

namespace Course.Blur.Box;

/// <summary>
/// Any element, radius, border and channel count, one value at a time. Each column keeps the running sum of its window of rows; along a
/// row, the window's total gains the column sum that enters and loses the one that leaves. So a pixel costs the same at every radius.
/// Sums are doubles: exact for byte and ushort (below 2^53), and the mean times the rounded reciprocal is off by less than 3e-11,
/// while no mean of an odd count lies closer than 1 / (2 * 2047^2) = 1.2e-7 to a half. So rounding is exact.
/// </summary>
internal sealed unsafe class ScalarBox<T> : BoxKernel<T> where T : unmanaged, INumber<T>
{
    public override BoxInstructions Instructions => BoxInstructions.Scalar;

    public override bool Fits(in BlurTask<T> task) => true;

    public override nint ScratchBytes(in BlurTask<T> task) =>
        Scratch.Aligned((task.RowElements + 2 * task.Radius * task.Channels) * sizeof(double))
        + (task.InPlace ? (nint)task.Window * task.RowElements * sizeof(T) : 0);

    public override void BlurRows(in BlurTask<T> task, in RowSource<T> rows, int first, int end, byte* scratch)
    {
        int apron = task.Radius * task.Channels, elements = task.RowElements;
        double* columns = (double*)scratch + apron;
        T* ring = (T*)(scratch + Scratch.Aligned((elements + 2 * apron) * sizeof(double)));
        new Span<double>(columns, elements).Clear();
        for (int y = first - task.Radius; y <= first + task.Radius; y++)
        {
            Enter(columns, rows[y], elements);
            if (task.InPlace) new ReadOnlySpan<T>(rows[y], elements).CopyTo(Slot(ring, y, task));
        }
        for (int y = first; y < end; y++)
        {
            if (y > first) Move(columns, rows, y, ring, task);
            ExtendColumns(columns, task);
            SlideAlongRow(columns - apron, task.Destination + y * task.DestinationStride, task);
            task.Cancellation.ThrowIfCancellationRequested();
        }
    }

    private static Span<T> Slot(T* ring, int y, in BlurTask<T> task)
    {
        // The first row asked for is first - radius >= -radius, so the sum is not negative.
        int slot = (y + task.Window) % task.Window;
        return new Span<T>(ring + (nint)slot * task.RowElements, task.RowElements);
    }

    private static void Enter(double* columns, T* row, int elements)
    {
        for (int i = 0; i < elements; i++) columns[i] += double.CreateTruncating(row[i]);
    }

    /// <summary>The window moves down to row y: row y + radius enters, row y - radius - 1 leaves.</summary>
    private static void Move(double* columns, in RowSource<T> rows, int y, T* ring, in BlurTask<T> task)
    {
        T* entering = rows[y + task.Radius];
        if (!task.InPlace)
        {
            T* leaving = rows[y - task.Radius - 1];
            for (int i = 0; i < task.RowElements; i++)
                columns[i] += double.CreateTruncating(entering[i]) - double.CreateTruncating(leaving[i]);
            return;
        }
        // The row that leaves was overwritten; its copy sits in the ring slot that the entering row takes over.
        Span<T> slot = Slot(ring, y + task.Radius, task);
        for (int i = 0; i < task.RowElements; i++)
            columns[i] += double.CreateTruncating(entering[i]) - double.CreateTruncating(slot[i]);
        new ReadOnlySpan<T>(entering, task.RowElements).CopyTo(slot);
    }

    /// <summary>Writes a radius of column sums beyond each end of the row, by the border rule.</summary>
    private static void ExtendColumns(double* columns, in BlurTask<T> task)
    {
        double outside = double.CreateTruncating(task.BorderValue) * task.Window;
        for (int i = 1; i <= task.Radius; i++)
        {
            int left = BorderRule.Index(-i, task.Width, task.Border), right = BorderRule.Index(task.Width - 1 + i, task.Width, task.Border);
            for (int channel = 0; channel < task.Channels; channel++)
            {
                columns[-i * task.Channels + channel] = left < 0 ? outside : columns[left * task.Channels + channel];
                columns[(task.Width - 1 + i) * task.Channels + channel] = right < 0 ? outside : columns[right * task.Channels + channel];
            }
        }
    }

    /// <param name="columns">Column sums, beginning a radius left of the row.</param>
    private static void SlideAlongRow(double* columns, T* destination, in BlurTask<T> task)
    {
        double reciprocal = 1.0 / ((double)task.Window * task.Window);
        int step = task.Channels, window = task.Window * step, margin = task.Margin * step;
        for (int channel = 0; channel < step; channel++)
        {
            double total = 0;
            for (int i = channel; i < window - step; i += step) total += columns[i];
            for (int i = channel; i < task.RowElements; i += step)
            {
                total += columns[i + window - step];
                if (i >= margin && i < task.RowElements - margin) destination[i] = Mean(total * reciprocal);
                total -= columns[i];
            }
        }
    }

    private static T Mean(double mean) =>
        typeof(T) == typeof(float) ? T.CreateTruncating((float)mean) : T.CreateTruncating((int)(mean + 0.5));
}

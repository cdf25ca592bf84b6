using System.Numerics;
using System.Runtime.InteropServices;

namespace Course.Blur.Box;

/// <summary>Chooses the kernel and gives it its rows and its memory.</summary>
internal static unsafe class BlurRunner
{
    public static void Run<T>(in BlurTask<T> task, BoxInstructions widest) where T : unmanaged, INumber<T>
    {
        task.Cancellation.ThrowIfCancellationRequested();
        int first = task.Margin, end = task.Height - task.Margin;
        if (end <= first || task.Width <= 2 * task.Margin) return;
        if (task.Radius == 0) Copy(task);
        else RunStrip(BoxKernels<T>.For(task, widest), task, first, end);
    }

    private static void RunStrip<T>(BoxKernel<T> kernel, in BlurTask<T> task, int first, int end) where T : unmanaged
    {
        nint rowBytes = Scratch.Aligned(RowSource<T>.Bytes(task));
        byte* scratch = Scratch.OfThisThread(rowBytes + kernel.ScratchBytes(task));
        var rows = new RowSource<T>(task, first, end, scratch);
        kernel.BlurRows(task, rows, first, end, scratch + rowBytes);
    }

    private static void Copy<T>(in BlurTask<T> task) where T : unmanaged
    {
        if (task.InPlace) return;
        for (int y = 0; y < task.Height; y++)
            NativeMemory.Copy(task.Source + y * task.SourceStride, task.Destination + y * task.DestinationStride,
                (nuint)(task.RowElements * sizeof(T)));
    }
}

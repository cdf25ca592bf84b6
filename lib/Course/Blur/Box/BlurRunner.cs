using System.Numerics;
using System.Runtime.InteropServices;

namespace Course.Blur.Box;

/// <summary>Chooses the kernel and the strips, and gives each strip its rows and its memory.</summary>
internal static unsafe class BlurRunner
{
    // Below these sizes another core does not pay: it must be told, and when it sleeps, be woken.
    private const long LeastBytesForAwake = 64 << 10, LeastBytesForSleeping = 1 << 20;

    // Each core's share is cut in pieces, which whoever is done first can take from the others; a piece costs about as much as 8 KB of pixels.
    private const long LeastBytesInStrip = 128 << 10;

    public static void Run<T>(in BlurTask<T> task, BoxInstructions widest, int workers) where T : unmanaged, INumber<T>
    {
        task.Cancellation.ThrowIfCancellationRequested();
        int first = task.Margin, end = task.Height - task.Margin;
        if (end <= first || task.Width <= 2 * task.Margin) return;
        if (task.Radius == 0)
        {
            Copy(task);
            return;
        }
        BoxKernel<T> kernel = BoxKernels<T>.For(task, widest);
        int cores = Math.Min(workers == 0 ? Environment.ProcessorCount : workers, Environment.ProcessorCount);
        int strips = cores == 1 ? 1 : Strips(task, end - first, cores);
        if (strips > 1) ParallelBlur<T>.OfThisThread.Run(kernel, task, first, end, strips, cores - 1);
        else RunStrip(kernel, task, first, end);
    }

    /// <summary>Each strip first reads a window of rows without writing any, so strips of a large radius must be high.</summary>
    private static int Strips<T>(in BlurTask<T> task, int height, int cores) where T : unmanaged
    {
        long bytes = (long)task.RowElements * height * sizeof(T);
        if (bytes < LeastBytesForAwake) return 1;
        if (bytes < LeastBytesForSleeping && !WorkerTeam.IsAwake)
        {
            WorkerTeam.NoteCall(cores - 1);
            return 1;
        }
        int strips = (int)Math.Min(height / Math.Max(32, 16 * task.Radius), bytes / LeastBytesInStrip);
        return strips <= cores
            ? Math.Min(cores, Math.Max(1, height / (2 * task.Window)))
            : Math.Min(Math.Min(4 * cores, WorkerTeam.MostStrips), strips / cores * cores);
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

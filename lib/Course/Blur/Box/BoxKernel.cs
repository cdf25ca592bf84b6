namespace Course.Blur.Box;

/// <summary>One way to blur a strip of rows. Stateless, so one instance serves every thread.</summary>
internal abstract unsafe class BoxKernel<T> where T : unmanaged
{
    /// <summary>What the kernel needs from the CPU.</summary>
    public abstract BoxInstructions Instructions { get; }

    /// <summary>Whether this CPU has the instructions and the kernel takes this element layout, radius and size.</summary>
    public abstract bool Fits(in BlurTask<T> task);

    /// <summary>Rows that are swept at once: a strip's height is best a multiple of it.</summary>
    public virtual int RowsAtOnce => 1;

    /// <summary>Working memory for one strip, in bytes.</summary>
    public abstract nint ScratchBytes(in BlurTask<T> task);

    /// <summary>
    /// Writes rows <paramref name="first"/> up to, not including, <paramref name="end"/> of the destination, without the task's margin columns.
    /// </summary>
    /// <param name="rows">The source rows, from first - radius to end - 1 + radius.</param>
    /// <param name="scratch"><see cref="ScratchBytes"/> bytes, aligned to 64, of any content.</param>
    public abstract void BlurRows(in BlurTask<T> task, in RowSource<T> rows, int first, int end, byte* scratch);
}

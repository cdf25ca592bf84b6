namespace Course.Patterns;

/// <summary>One size and batch, blurred on a device and on the processor: medians in milliseconds for the whole batch.</summary>
/// <param name="Loop">The same batch, pixel by pixel on one core: the kernel's own loops, the rung "given result".</param>
/// <param name="Cpu">The same batch with <c>BoxBlur</c> on one core.</param>
public readonly record struct OffCpuRow(int Side, int Pictures, double Upload, double Kernel, double Download, double Total, double Loop, double Cpu)
{
    /// <summary>The share of the device's total that moves data instead of blurring.</summary>
    public double TransferShare => (Upload + Download) / Total;

    /// <summary>How many times as fast as <c>BoxBlur</c> on one core, everything counted; below 1 it is slower.</summary>
    public double TimesFaster => Cpu / Total;
}

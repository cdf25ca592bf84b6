namespace Course.Blur.OffCpu;

/// <summary>What one batch took on a device, in milliseconds: pictures there, the blur itself, results back.</summary>
public readonly record struct OpenClTimes(double Upload, double Kernel, double Download)
{
    public double Total => Upload + Kernel + Download;
}

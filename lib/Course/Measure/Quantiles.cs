namespace Course.Measure;

/// <summary>Order statistics, which a single slow sample cannot move: an operating system that interrupts makes slow samples, never fast ones.</summary>
public static class Quantiles
{
    /// <summary>
    /// The value below which a <paramref name="fraction"/> of the samples lies, interpolated between neighbours
    /// (Hyndman and Fan 1996, type 7: position <c>fraction * (n - 1)</c> of the sorted samples).
    /// </summary>
    /// <exception cref="ArgumentException">No samples.</exception>
    public static double At(ReadOnlySpan<double> samples, double fraction)
    {
        if (samples.IsEmpty) throw new ArgumentException("There is no quantile of no samples.", nameof(samples));
        ArgumentOutOfRangeException.ThrowIfNegative(fraction);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fraction, 1);
        double[] sorted = samples.ToArray();
        Array.Sort(sorted);
        double position = fraction * (sorted.Length - 1);
        int below = (int)position;
        return below + 1 < sorted.Length ? sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }

    public static double Median(ReadOnlySpan<double> samples) => At(samples, 0.5);
}

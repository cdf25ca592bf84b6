namespace Course.Measure;

/// <summary>
/// The time of one piece of work, called again and again. Its properties are the columns of the table that a notebook shows.
/// </summary>
public readonly record struct Measurement
{
    private readonly IReadOnlyList<double>? _samples;

    /// <param name="samples">Milliseconds per call, in the order measured; at least one.</param>
    public Measurement(string label, IReadOnlyList<double> samples, long bytesPerCall, long calls, string note = "", string tier = "")
    {
        if (samples.Count == 0) throw new ArgumentException("A measurement needs at least one sample.", nameof(samples));
        double[] copy = [.. samples];
        (Label, BytesPerCall, Calls, Note, Tier, _samples) = (label, bytesPerCall, calls, note, tier, copy);
        bool few = copy.Length < FewestForQuartiles;
        (Low, Milliseconds, High) = (Quantiles.At(copy, few ? 0 : 0.25), Quantiles.Median(copy), Quantiles.At(copy, few ? 1 : 0.75));
        double fence = High + 1.5 * (High - Low);
        Outliers = few ? 0 : copy.Count(sample => sample > fence);
    }

    /// <summary>With fewer samples than this, Low and High are the fastest and the slowest.</summary>
    public const int FewestForQuartiles = 5;

    public string Label { get; init; }

    /// <summary>The median, per call.</summary>
    public double Milliseconds { get; }

    /// <summary>A quarter of the samples were faster, in milliseconds per call.</summary>
    public double Low { get; }

    /// <summary>A quarter of the samples were slower, in milliseconds per call.</summary>
    public double High { get; }

    /// <summary>Samples beyond High by more than 1.5 times the distance from Low to High (Tukey 1977): something else ran then.</summary>
    public int Outliers { get; }

    /// <summary>How many times as fast as the first one of the same run.</summary>
    public double TimesFaster { get; init; } = 1;

    /// <summary>Bytes that one call allocates on the managed heap, on all threads: the median over the samples.</summary>
    public long BytesPerCall { get; }

    /// <summary>How often it was called while the clock ran.</summary>
    public long Calls { get; }

    /// <summary>How the compiler left the method: "tier 1" and "optimised at once" are fast, "tier 0" is not yet; empty where nobody looked.</summary>
    public string Tier { get; init; }

    /// <summary>What to know before believing the number; empty when nothing.</summary>
    public string Note { get; init; }

    /// <summary>The time with what to know about it, in a line.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{Label}: {Milliseconds:G4} ms [{Low:G4} .. {High:G4}], {BytesPerCall:N0} B, calls: {Calls:N0}{(Tier.Length > 0 ? $"; {Tier}" : "")}{(Note.Length > 0 ? $"; {Note}" : "")}");

    /// <summary>Milliseconds per call, one for each sample, in the order measured.</summary>
    public IReadOnlyList<double> Samples() => _samples ?? [];
}

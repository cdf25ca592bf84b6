using Course.Measure;

namespace Cli.Bench;

/// <summary>One promise of the kernel, and what was measured of it.</summary>
/// <param name="Limit">What the judged value must stay under.</param>
/// <param name="Judged">The value that the limit is about; which one it is stands in <paramref name="JudgedBy"/>.</param>
/// <param name="JudgedBy">"95th percentile", "median" or "most".</param>
internal sealed record LatencyRow(string Label, string Unit, double Limit, double Judged, string JudgedBy, IReadOnlyList<double> Samples)
{
    public double Median => Quantiles.Median([.. Samples]);

    public double Worst => Samples.Max();

    public bool Holds => Judged < Limit;

    /// <summary>A waiting time, which readers notice when it is long: judged by its slow end.</summary>
    public static LatencyRow Wait(string label, string unit, double limit, IReadOnlyList<double> samples) =>
        new(label, unit, limit, Quantiles.At([.. samples], 0.95), "95th percentile", samples);
}

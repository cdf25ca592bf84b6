namespace Course.Measure;

/// <summary>
/// The time of one form over growing inputs, and beyond them. <see cref="Ended"/> is true when it grew too slow to go on: from there
/// <see cref="At"/> extrapolates with the class that fits its larger inputs.
/// </summary>
public sealed record GrowthCurve
{
    private readonly double _factor;

    /// <exception cref="ArgumentException">Fewer than two points.</exception>
    public GrowthCurve(string label, IReadOnlyList<GrowthPoint> points, bool ended)
    {
        (Label, Points, Ended) = (label, [.. points.OrderBy(point => point.N)], ended);
        (Class, _factor) = ComplexityClass.Fit([.. Points.Select(point => ((double)point.N, point.Milliseconds))]);
    }

    public string Label { get; }

    public IReadOnlyList<GrowthPoint> Points { get; }

    /// <summary>True when the last call passed the limit, so that larger inputs were not tried.</summary>
    public bool Ended { get; }

    public ComplexityClass Class { get; }

    public int Largest => Points[^1].N;

    /// <summary>
    /// Milliseconds for an input of <paramref name="n"/>: between measured sizes along a straight line of the logarithms, beyond the
    /// largest as <see cref="Class"/> grows from there, below the smallest the smallest's.
    /// </summary>
    public double At(double n)
    {
        if (n >= Largest) return Points[^1].Milliseconds * Class.Of(n) / Class.Of(Largest);
        if (n <= Points[0].N) return Points[0].Milliseconds;
        int above = Points.Index().First(point => point.Item.N > n).Index;
        GrowthPoint low = Points[above - 1], high = Points[above];
        double share = Math.Log(n / low.N) / Math.Log((double)high.N / low.N);
        return low.Milliseconds * Math.Pow(high.Milliseconds / low.Milliseconds, share);
    }

    /// <summary>The fitted formula, e.g. <c>1.2E-06 ms * n</c>.</summary>
    public string Formula => $"{_factor:G2} ms * {Class.Name}";
}

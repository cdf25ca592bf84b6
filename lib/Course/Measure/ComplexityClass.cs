namespace Course.Measure;

/// <summary>
/// How a time grows with the size of its input, up to a constant factor: <c>t(n) = c * f(n)</c>. There is no <c>n log n</c>: over the sizes
/// that can be timed, caches move a time in proportion to n further than the logarithm would.
/// </summary>
public sealed record ComplexityClass(string Name, Func<double, double> Of)
{
    public static IReadOnlyList<ComplexityClass> All { get; } =
    [
        new("1", _ => 1), new("log n", n => Math.Log2(n + 1)), new("n", n => n), new("n²", n => n * n),
    ];

    /// <summary>
    /// The class whose constant factor varies least over the larger half of the points: small inputs are ruled by what every call costs,
    /// large ones by growth. The factor is the geometric mean of <c>t / f(n)</c> there.
    /// </summary>
    /// <exception cref="ArgumentException">Fewer than two points.</exception>
    public static (ComplexityClass Class, double Factor) Fit(IReadOnlyList<(double N, double Time)> points)
    {
        if (points.Count < 2) throw new ArgumentException("Growth takes at least two sizes to see.", nameof(points));
        var large = points.OrderBy(point => point.N).Skip(points.Count / 2 - (points.Count == 2 ? 1 : 0)).ToArray();
        var fits = All.Select(one =>
        {
            double[] logs = [.. large.Select(point => Math.Log(point.Time / one.Of(point.N)))];
            double mean = logs.Average();
            return (Class: one, Factor: Math.Exp(mean), Spread: logs.Sum(log => (log - mean) * (log - mean)));
        });
        var best = fits.MinBy(fit => fit.Spread);
        return (best.Class, best.Factor);
    }
}

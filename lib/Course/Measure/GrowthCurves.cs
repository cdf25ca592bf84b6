using System.Collections;

namespace Course.Measure;

/// <summary>What several forms of one task cost over growing inputs. A notebook shows the table of <see cref="Rows"/>; charts take the rest.</summary>
public sealed class GrowthCurves(IEnumerable<GrowthCurve> curves) : IReadOnlyList<GrowthCurve>
{
    private readonly GrowthCurve[] _curves = [.. curves];

    public int Count => _curves.Length;

    public GrowthCurve this[int index] => _curves[index];

    /// <exception cref="KeyNotFoundException">No form has this label.</exception>
    public GrowthCurve this[string label] => _curves.FirstOrDefault(curve => curve.Label == label)
        ?? throw new KeyNotFoundException($"Nothing was measured as '{label}'; there are: {string.Join(", ", _curves.Select(curve => curve.Label))}.");

    /// <summary>The largest input that any form was measured on.</summary>
    public int Largest => _curves.Max(curve => curve.Largest);

    /// <summary>Median and quartiles in milliseconds over n, a line a form.</summary>
    public IEnumerable<(string Label, IEnumerable<(double X, double Y, double Low, double High)> Points)> Milliseconds =>
        _curves.Select(curve => (curve.Label, curve.Points.Select(point => ((double)point.N, point.Milliseconds, point.Low, point.High))));

    /// <summary>Allocated bytes over n, a line for each form that allocates.</summary>
    public IEnumerable<(string Label, IEnumerable<(double X, double Y)> Points)> Bytes => _curves.Where(curve => curve.Points.Any(point => point.Bytes > 0))
        .Select(curve => (curve.Label, curve.Points.Select(point => ((double)point.N, (double)point.Bytes))));

    /// <summary>For each form that ended early: how it would go on up to the largest input of all, and the class that says so.</summary>
    public IEnumerable<(string Label, string Class, IEnumerable<(double X, double Y)> Points)> Beyond => _curves.Where(curve => curve.Largest < Largest)
        .Select(curve => (curve.Label, curve.Class.Name, Sizes(curve.Largest).Select(n => (n, curve.At(n)))));

    /// <summary>
    /// The input size from which on <paramref name="faster"/> takes less time than <paramref name="slower"/>, measured or extrapolated;
    /// null when it does not up to the largest size, or does from the smallest on.
    /// </summary>
    public double? Crossover(string slower, string faster)
    {
        GrowthCurve one = this[slower], other = this[faster];
        double smallest = Math.Max(one.Points[0].N, other.Points[0].N);
        double[] sizes = [.. Sizes(smallest)];
        int last = Array.FindLastIndex(sizes, n => other.At(n) >= one.At(n));
        if (last < 0 || last == sizes.Length - 1) return null;
        double low = sizes[last], high = sizes[last + 1];
        for (int i = 0; i < 40; i++)
        {
            double middle = Math.Sqrt(low * high);
            if (other.At(middle) >= one.At(middle)) low = middle;
            else high = middle;
        }
        return high;
    }

    /// <summary>The crossovers of these pairs, named for a chart; pairs that have none are left out.</summary>
    public IEnumerable<(string Label, double N)> Crossovers(params IEnumerable<(string Slower, string Faster)> pairs) =>
        pairs.Select(pair => ($"{pair.Faster} < {pair.Slower}", Crossover(pair.Slower, pair.Faster) ?? double.NaN)).Where(mark => double.IsFinite(mark.Item2));

    /// <summary>These forms and others of the same task, in one table and chart.</summary>
    public GrowthCurves And(GrowthCurves others) => new([.. _curves, .. others]);

    /// <summary>One row a form: its cost at the largest common and at its own largest input, and how it grows.</summary>
    public IEnumerable<GrowthRow> Rows()
    {
        int common = _curves.Min(curve => curve.Largest);
        return _curves.Select(curve => new GrowthRow(curve.Label, common, curve.At(common), _curves[0].At(common) / curve.At(common), curve.Class.Name, curve.Formula,
            curve.Largest, curve.Points[^1].Milliseconds, curve.Points[^1].Bytes, curve.Ended ? "ended: one call passed the limit" : ""));
    }

    public IEnumerator<GrowthCurve> GetEnumerator() => ((IEnumerable<GrowthCurve>)_curves).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Eight sizes a decade from <paramref name="from"/> to the largest of all.</summary>
    private IEnumerable<double> Sizes(double from)
    {
        for (double n = from; n < Largest; n *= Math.Pow(10, 0.125)) yield return n;
        yield return Largest;
    }
}

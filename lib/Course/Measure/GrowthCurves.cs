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
    /// Where <paramref name="faster"/> takes less time than <paramref name="slower"/>, measured or extrapolated: stretches of input
    /// sizes between the smallest and the largest that both have, each crossing found to a thousandth. Empty when it never does.
    /// </summary>
    public IEnumerable<(double From, double To)> Ahead(string faster, string slower)
    {
        GrowthCurve one = this[faster], other = this[slower];
        double[] sizes = [.. Sizes(Math.Max(one.Points[0].N, other.Points[0].N))];
        double from = double.NaN;
        for (int i = 0; i < sizes.Length; i++)
        {
            bool ahead = Leads(sizes[i]);
            if (ahead && double.IsNaN(from)) from = i == 0 ? sizes[0] : Between(sizes[i - 1], sizes[i]);
            if (!ahead && double.IsFinite(from))
            {
                yield return (from, Between(sizes[i - 1], sizes[i]));
                from = double.NaN;
            }
        }
        if (double.IsFinite(from)) yield return (from, sizes[^1]);

        bool Leads(double n) => one.At(n) < other.At(n);

        double Between(double low, double high)
        {
            bool lowLeads = Leads(low);
            for (; high > 1.001 * low;)
            {
                double middle = Math.Sqrt(low * high);
                if (Leads(middle) == lowLeads) low = middle;
                else high = middle;
            }
            return high;
        }
    }

    /// <summary>
    /// The input size from which on <paramref name="faster"/> stays ahead up to the largest; null when it does not, or does from the smallest on.
    /// </summary>
    public double? Crossover(string slower, string faster)
    {
        double smallest = Math.Max(this[slower].Points[0].N, this[faster].Points[0].N);
        (double From, double To)[] stretches = [.. Ahead(faster, slower)];
        return stretches.Length > 0 && stretches[^1].To == Largest && stretches[^1].From > smallest ? stretches[^1].From : null;
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

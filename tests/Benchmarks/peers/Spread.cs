using Course.Measure;

namespace Peers;

/// <summary>Median, lowest and highest over launches.</summary>
internal readonly record struct Spread(double Median, double Low, double High)
{
    public static Spread Of(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return new Spread(Quantiles.Median(all), all.Min(), all.Max());
    }
}

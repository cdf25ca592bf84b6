namespace Course.Measure;

/// <summary>Between which values the true median lies, without any assumption about the shape of the noise.</summary>
/// <param name="Confidence">The share of such intervals that hold the true median: at least what was asked for, where so few samples can give it.</param>
public readonly record struct MedianInterval(double Low, double High, double Confidence)
{
    /// <summary>
    /// The k-th smallest and k-th largest of n samples, with the largest k whose interval misses the median with probability
    /// <c>2 P(Binomial(n, 1/2) &lt; k) &lt;= 1 - confidence</c> (the sign test turned around); the extremes where even they miss more often.
    /// </summary>
    /// <exception cref="ArgumentException">No samples.</exception>
    public static MedianInterval Of(ReadOnlySpan<double> samples, double confidence = 0.95)
    {
        if (samples.IsEmpty) throw new ArgumentException("No samples have no median.", nameof(samples));
        double[] sorted = samples.ToArray();
        Array.Sort(sorted);
        int n = sorted.Length, k = 0;
        // Terms of the binomial distribution from the smallest up; missing is twice their sum.
        double term = Math.Pow(0.5, n), below = term, missing = 2 * term;
        while (k + 1 < n / 2)
        {
            term *= (n - k) / (k + 1.0);
            if (2 * (below + term) > 1 - confidence) break;
            below += term;
            k++;
            missing = 2 * below;
        }
        return new MedianInterval(sorted[k], sorted[n - 1 - k], n == 1 ? 0 : 1 - missing);
    }
}

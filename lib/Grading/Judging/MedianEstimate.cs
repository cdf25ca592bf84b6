namespace Grading.Judging;

/// <summary>
/// A median and the two values of the sample that bracket the true one with about 95 % confidence, whatever the distribution
/// (the sign test: of n values the k-th from either end, k = (n - 1.96 √n) / 2; the outermost ones where n is below 7).
/// </summary>
internal readonly record struct MedianEstimate(double Low, double Middle, double High)
{
    /// <param name="values">At least one.</param>
    public static MedianEstimate Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int half = sorted.Length / 2, skipped = Math.Max(0, (int)((sorted.Length - 1.96 * Math.Sqrt(sorted.Length)) / 2));
        double middle = sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new MedianEstimate(sorted[skipped], middle, sorted[^(skipped + 1)]);
    }

    /// <summary>The true median is above or below, not about there.</summary>
    public bool IsClearOf(double bound) => Low > bound || High < bound;
}

using Course.Exercises.Files;

namespace Grading.Judging;

/// <summary>
/// The rounds of one answer, and what they say. They are looked at when there are four, eight, sixteen and so on: who looks after each
/// round and stops when it suits finds what he looks for.
/// </summary>
internal sealed class Rounds(IReadOnlyList<Band> bands)
{
    public const int Least = 4;
    public const double LeastRatio = 1.3, WorthTiming = 2;

    /// <summary>After so many, an answer that lies at a bound is judged by the median alone.</summary>
    private const int Enough = 32;
    private const double MostNoise = 0.10;

    /// <summary>The same code's median has to lie within <see cref="MostNoise"/>, and be known so well: no luck among wild rounds.</summary>
    private const double MostDoubt = 0.25;

    private readonly List<Round> _rounds = [];
    private int _look = Least;

    public bool IsDue => _rounds.Count >= _look;

    public MedianEstimate Same => MedianEstimate.Of(_rounds.Select(round => round.Same));

    public MedianEstimate Reached => MedianEstimate.Of(_rounds.Select(round => round.Reached));

    public MedianEstimate Got => MedianEstimate.Of(_rounds.Select(round => round.Got));

    public void Add(Round round) => _rounds.Add(round);

    /// <param name="isLast">There is no time for more.</param>
    public Standing Look(bool isLast)
    {
        while (IsDue) _look *= 2;
        MedianEstimate same = Same;
        bool enough = isLast || _rounds.Count >= Enough;
        if (Lies(same.Middle, same.Middle, MostNoise) && Lies(same.Low, same.High, MostDoubt)) return enough || IsClear() ? Standing.Decided : Standing.Unclear;
        bool isDifferent = same.Low > 1 + MostNoise || same.High < 1 / (1 + MostNoise);
        return isLast || (enough && isDifferent) ? Standing.Hopeless : Standing.Noisy;
    }

    private static bool Lies(double low, double high, double within) => low >= 1 / (1 + within) && high <= 1 + within;

    private bool IsClear()
    {
        MedianEstimate reached = Reached, got = Got;
        return reached.IsClearOf(WorthTiming) && bands.All(band => got.IsClearOf(Math.Max(LeastRatio, band.AtLeast!.Value * reached.Middle)));
    }
}

namespace Course.Exercises.Verdicts;

/// <summary>What became of one criterion.</summary>
public enum Outcome
{
    Earned,
    Partly,
    Missed,

    /// <summary>The machine was too noisy, or has not what it takes; it leaves the denominator.</summary>
    Inconclusive,

    /// <summary>Nothing else counts before the answer is right.</summary>
    NotJudged,
}

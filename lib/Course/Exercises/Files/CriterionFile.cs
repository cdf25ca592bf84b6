namespace Course.Exercises.Files;

/// <summary>One criterion as exercise.json states it.</summary>
public sealed record CriterionFile
{
    /// <summary>"correct", or what is counted or timed: "speed", "allocation", "misses", "operations", "concurrency".</summary>
    public required string Name { get; init; }

    public required double Points { get; init; }

    /// <summary>Best first; none for "correct". Speed is stated as a share of the solution's own ratio, at most 0.6.</summary>
    public IReadOnlyList<Band> Bands { get; init; } = [];

    /// <summary>What to try when it is not earned: one sentence, no solution.</summary>
    public string Next { get; init; } = "";
}

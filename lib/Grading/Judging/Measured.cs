namespace Grading.Judging;

/// <summary>One criterion's number, or why there is none.</summary>
/// <param name="Value">Compared with the bands of exercise.json.</param>
/// <param name="Got">The number as a reader takes it.</param>
/// <param name="Wanted">The bound of the best band as a reader takes it.</param>
/// <param name="Open">Why it could not be judged; empty when it was.</param>
/// <param name="Flag">What wants a person's eyes; empty when nothing does.</param>
/// <param name="Wrong">What was wrong with an output on the way; empty when all were right.</param>
internal sealed record Measured(double Value, string Got, string Wanted, string CountedBy, string Open = "", string Flag = "", string Wrong = "")
{
    public const string Judge = "judge", Child = "child";

    /// <summary>What to do where it could not be judged.</summary>
    public string Next { get; init; } = "Check again when the machine is quiet.";

    /// <summary>Open because the same code differed from itself; other processes may tell.</summary>
    public bool IsNoise { get; init; }

    /// <summary>What it took while it was timed, beyond what is allowed; empty when it did not.</summary>
    public string Beyond { get; init; } = "";

    /// <summary>For charts, where it is not <see cref="Value"/>.</summary>
    public double? Shown { get; init; }

    /// <summary>The bound of the best band, for charts.</summary>
    public double? Limit { get; init; }
}

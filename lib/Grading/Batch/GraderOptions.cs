namespace Grading.Batch;

/// <summary>How a batch is graded.</summary>
/// <param name="Jobs">Submissions at a time; timing takes turns all the same.</param>
/// <param name="Seed">Null: of the run that is there, else a new one.</param>
/// <param name="AgainInconclusive">Grade again what could not be judged before, too.</param>
public readonly record struct GraderOptions(int Jobs, long? Seed, bool AgainInconclusive)
{
    /// <summary>False only in tests that hold the sandbox to its promise alone.</summary>
    internal bool AllowList { get; init; } = true;

    /// <summary>A shorter time for each request than the exercises state.</summary>
    internal TimeSpan? Limit { get; init; }
}

namespace Grading.Batch;

/// <summary>What a run was started with; the same run goes on when it is started again.</summary>
/// <param name="Version">Of this form and of every line of the journal.</param>
public sealed record GradingRun(int Version, int Seed, DateTimeOffset Started, bool Unsafe)
{
    public const int CurrentVersion = 1;
}

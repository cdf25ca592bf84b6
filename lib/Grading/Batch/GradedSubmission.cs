using System.Text.Json.Serialization;
using Course.Exercises.Verdicts;

namespace Grading.Batch;

/// <summary>One line of the journal.</summary>
/// <param name="SourceHash">Of the answer; another answer is graded again.</param>
/// <param name="Untouched">The answer is the starter as it was handed out: it earns nothing, and reports put it aside.</param>
public sealed record GradedSubmission(string Learner, string Exercise, string SourceHash, double Seconds, Verdict Verdict, bool Untouched = false)
{
    /// <summary>Something about it could not be judged.</summary>
    [JsonIgnore]
    public bool IsOpen => Verdict.Criteria.Any(criterion => criterion.Outcome == Outcome.Inconclusive);
}

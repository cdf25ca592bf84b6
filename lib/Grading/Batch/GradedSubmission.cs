using Course.Exercises.Verdicts;

namespace Grading.Batch;

/// <summary>One line of the journal.</summary>
/// <param name="SourceHash">Of the answer; another answer is graded again.</param>
public sealed record GradedSubmission(string Learner, string Exercise, string SourceHash, double Seconds, Verdict Verdict);

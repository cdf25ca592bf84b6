namespace Grading.Submissions;

/// <summary>One learner's answer to one exercise.</summary>
/// <param name="Learner">The name of the learner's folder, as it is; never used as a path.</param>
/// <param name="Source">Null when there is none.</param>
/// <param name="Remark">What the reader of the folder noticed: why there is none, or that there were several.</param>
public sealed record Submission(string Learner, string Exercise, string? Source, string Remark = "");

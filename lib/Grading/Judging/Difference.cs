namespace Grading.Judging;

/// <summary>Where an answer is not what it has to be.</summary>
/// <param name="Place">"[3]", "[2, 5]", ": its length"; the caller says of what.</param>
/// <param name="Argument">Which argument it is in; -1 for the result.</param>
internal sealed record Difference(string Place, string Expected, string Actual, int Argument = -1, int Index = -1);

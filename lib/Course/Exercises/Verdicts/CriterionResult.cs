namespace Course.Exercises.Verdicts;

/// <summary>One line of a verdict.</summary>
/// <param name="Got">With its unit, as a reader takes it.</param>
/// <param name="CountedBy">"judge", or "child" where the number comes from the judged process and is trusted because the allow-list passed and a second child counted the same.</param>
/// <param name="Value">The number behind <paramref name="Got"/>, for charts; null where there is none.</param>
/// <param name="Limit">The number behind <paramref name="Wanted"/>.</param>
public sealed record CriterionResult(
    string Name, Outcome Outcome, string Got, string Wanted, double Points, double OutOf, string CountedBy, double? Value = null, double? Limit = null);

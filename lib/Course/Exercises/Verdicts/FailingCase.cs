namespace Course.Exercises.Verdicts;

/// <summary>The smallest input that was answered wrongly.</summary>
/// <param name="Input">The call, as C# to be pasted into a cell where nothing had to be left out.</param>
/// <param name="Place">Where the first difference is: "result[3]", "argument 2, row 4, column 0"; empty when the call did not end well.</param>
/// <param name="Difference">Around the first wrong element of a picture: expected minus actual, row by row; empty otherwise.</param>
public sealed record FailingCase(
    string Description, string Input, string Expected, string Actual, string Place, IReadOnlyList<IReadOnlyList<double>> Difference);

namespace Checks;

/// <summary>One call of the method that an exercise asks for: what it is called with, and what it is about in a few words.</summary>
/// <param name="Description">As a learner reads it beside a wrong answer: "3 rows of 5 pixels".</param>
/// <param name="Arguments">
/// In the method's order: numbers, text, arrays of them in any nesting, <see cref="Judged.CountedGrid"/>,
/// <see cref="Judged.CountedArray"/>, or functions that the judge answers (<c>Func&lt;long, long&gt;</c>, <c>Func&lt;long, Task&lt;long&gt;&gt;</c>).
/// </param>
public sealed record Call(string Description, params object?[] Arguments)
{
    /// <summary>Where flat arrays are pictures: pixels from a row to the next, so that a wrong element is named as a pixel.</summary>
    public int RowLength { get; init; }
}

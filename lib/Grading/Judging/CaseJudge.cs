using Checks;
using Course.Exercises.Verdicts;
using Grading.Children;
using Judged;

namespace Grading.Judging;

/// <summary>Correctness: every case, smallest input first, so that the first wrong one is the smallest.</summary>
internal static class CaseJudge
{
    private const int Around = 4, LongestWhole = 60;

    /// <summary>All cases together may take so many times what one may: they are small, and a class waits.</summary>
    private const int MostTimes = 2;

    /// <summary>How many cases there are, and the smallest that is wrong.</summary>
    /// <exception cref="CaseFailedException">The answer threw or its process ended; the exception carries the case.</exception>
    public static (int Count, FailingCase? Smallest) Run(Assignment assignment)
    {
        Call[] cases = [.. assignment.Exercise.Cases(assignment.RandomFor("cases")).OrderBy(call => ValueWriter.Write(call.Arguments, counted: false).Length)];
        using JudgedChild child = assignment.Start(assignment.Answer);
        foreach (Call call in cases)
        {
            var expected = Expectation.Of(assignment.Exercise, call.Arguments);
            try
            {
                if (child.ProcessorTime > MostTimes * assignment.Limits.Time)
                    throw new ChildEndedException(ChildEnd.Timeout, $"Its small cases together took longer than {MostTimes * assignment.Limits.Time.TotalSeconds:0.#} s.");
                RunReply reply = child.CallOnce(call);
                if (expected.FirstDifference(reply, call.Arguments, assignment.Exercise.Tolerance) is { } difference)
                    return (cases.Length, Describe(assignment, call, expected, reply, difference));
            }
            catch (Exception failure) when (failure is JudgedThrewException or ChildEndedException)
            {
                string actual = failure is ChildEndedException ? "no answer" : assignment.WithLine(call, failure.Message);
                throw new CaseFailedException(new FailingCase(call.Description, Asked(assignment, call, expected), Shown(expected), actual, "", []), failure);
            }
        }
        return (cases.Length, null);
    }

    private static string Shown(Expectation expected) => expected.Result is null ? ValueText.Of(expected.Arguments, expected.Names) : ValueText.Of(expected.Result);

    private static string Asked(Assignment assignment, Call call, Expectation expected) => ValueText.Call(assignment.Exercise.Entry, call.Arguments, expected.Names);

    private static FailingCase Describe(Assignment assignment, Call call, Expectation expected, RunReply reply, Difference difference)
    {
        string place = difference.Place;
        IReadOnlyList<IReadOnlyList<double>> picture = [];
        object? right = Whole(expected.Result, expected.Arguments, difference), given = Whole(reply.Result, reply.Arguments, difference);
        if (call.RowLength > 0 && difference.Index >= 0)
        {
            if (Pixels(right) is Array { Length: var all } && all > call.RowLength) place += $", row {difference.Index / call.RowLength}, column {difference.Index % call.RowLength}";
            picture = Picture(call.RowLength, Pixels(right), Pixels(given), difference.Index);
        }
        // A short result says more as a whole than its first wrong element does.
        (string Expected, string Actual) shown = (ValueText.Of(right), ValueText.Of(given));
        if (shown.Expected.Length > LongestWhole || shown.Actual.Length > LongestWhole || shown.Expected == shown.Actual) shown = (difference.Expected, difference.Actual);
        return new FailingCase(call.Description, Asked(assignment, call, expected), shown.Expected, shown.Actual, place == "the result" ? "" : place, picture);
    }

    private static object? Whole(object? result, object?[] arguments, Difference difference) => difference.Argument < 0 ? result : arguments[difference.Argument];

    private static object? Pixels(object? value) => value switch
    {
        CountedGrid grid => grid.Pixels,
        CountedArray array => array.Elements,
        _ => value,
    };

    /// <summary>Expected minus actual, in a window around the first wrong element.</summary>
    private static List<double[]> Picture(int rowLength, object? expected, object? actual, int index)
    {
        if (expected is not Array { Rank: 1 } one || actual is not Array { Rank: 1 } other || one.Length != other.Length) return [];
        if (!one.GetType().GetElementType()!.IsPrimitive || one is bool[]) return [];
        int rows = one.Length / rowLength, row = index / rowLength, column = index % rowLength;
        (int top, int bottom) = (Math.Max(0, row - Around), Math.Min(rows - 1, row + Around));
        (int left, int right) = (Math.Max(0, column - Around), Math.Min(rowLength - 1, column + Around));
        return [.. Enumerable.Range(top, bottom - top + 1).Select(y => Enumerable.Range(left, right - left + 1)
            .Select(x => Convert.ToDouble(one.GetValue(y * rowLength + x)) - Convert.ToDouble(other.GetValue(y * rowLength + x))).ToArray())];
    }
}

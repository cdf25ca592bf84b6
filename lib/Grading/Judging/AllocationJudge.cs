using Checks;
using Course.Exercises.Files;
using Judged;

namespace Grading.Judging;

/// <summary>
/// Allocated bytes for each call, counted by the runtime of the child. Believed because the allow-list keeps the answer from the
/// counter, and because a second child with other inputs has to count the same; the inputs differ in their values alone, not in what an
/// honest answer's allocations could follow (lengths, how many are equal).
/// </summary>
internal static class AllocationJudge
{
    private const int WarmingCalls = 40, CountedCalls = 10, Counts = 3;

    public static Measured Run(Assignment assignment, Criterion.Allocation criterion, IReadOnlyList<Band> bands)
    {
        string wrong = "";
        long first = Count(assignment, criterion, "first child", ref wrong), second = Count(assignment, criterion, "second child", ref wrong);
        string flag = first == second ? "" : $"Two children with other inputs counted {first:N0} and {second:N0} allocated bytes.";
        return new Measured(Math.Max(first, second), $"{Math.Max(first, second):N0} bytes", CountedJudge.Wanted(bands, "bytes"), Measured.Child, Flag: flag, Wrong: wrong)
        {
            Limit = bands[0].AtMost,
        };
    }

    private static long Count(Assignment assignment, Criterion.Allocation criterion, string purpose, ref string wrong)
    {
        Call call = criterion.At(assignment.RandomFor(purpose));
        var expected = Expectation.Of(assignment.Exercise, call.Arguments);
        using JudgedChild child = assignment.Start(assignment.Answer);
        child.Take(call.Arguments, counted: false);
        child.Run(new RunOptions(WarmingCalls), new Answers(call.Arguments));
        long least = long.MaxValue;
        for (int count = 0; count < Counts; count++)
        {
            RunReply reply = child.Run(new RunOptions(CountedCalls), new Answers(call.Arguments));
            // The least: now and then the runtime allocates something of its own in between.
            least = Math.Min(least, reply.AllocatedBytes / CountedCalls);
            if (expected.FirstDifference(reply, call.Arguments, assignment.Exercise.Tolerance) is { } difference)
                wrong = $"When it was called again and again, {difference.Place} was {difference.Actual} instead of {difference.Expected}.";
        }
        return least;
    }
}

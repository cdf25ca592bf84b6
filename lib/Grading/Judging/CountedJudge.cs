using Checks;
using Course.Caches;
using Course.Exercises.Files;
using Judged;

namespace Grading.Judging;

/// <summary>What the judge counts itself, because the child has to ask for it: accesses, calls, misses of a simulated cache, calls under way at once.</summary>
internal static class CountedJudge
{
    public static Measured Misses(Assignment assignment, Criterion.Misses criterion, Band best) => Count(assignment, criterion, criterion.ElementBytes, answers =>
    {
        long misses = CacheTotals.Of(criterion.Cache, answers.Trace).Levels[0].Misses;
        return new Measured(misses, $"{misses:N0} misses", Wanted(best, "misses"), Measured.Judge) { Limit = best.AtMost };
    });

    public static Measured Operations(Assignment assignment, Criterion.Operations criterion, Band best) => Count(assignment, criterion, 1, answers =>
        new Measured(answers.Operations, $"{answers.Operations:N0} operations", Wanted(best, "operations"), Measured.Judge) { Limit = best.AtMost });

    public static Measured Concurrency(Assignment assignment, Criterion.Concurrency criterion, Band best) => Count(assignment, criterion, 1, answers =>
        new Measured(answers.Concurrency, $"{answers.Concurrency:N0} at once", Wanted(best, "at once"), Measured.Judge) { Limit = best.AtMost ?? best.AtLeast });

    public static string Wanted(Band band, string unit) => (band.AtLeast, band.AtMost) switch
    {
        ({ } least, { } most) when least == most => $"{most:N0} {unit}",
        ({ } least, { } most) => $"{least:N0} to {most:N0} {unit}",
        ({ } least, null) => $"at least {least:N0} {unit}",
        (_, { } most) => $"at most {most:N0} {unit}",
        _ => "",
    };

    private static Measured Count(Assignment assignment, Criterion criterion, int elementBytes, Func<Answers, Measured> read)
    {
        Call call = criterion.At(assignment.RandomFor(criterion.Name));
        var expected = Expectation.Of(assignment.Exercise, call.Arguments);
        object?[] own = Expectation.Copy(call.Arguments);
        var answers = new Answers(own, elementBytes);
        using JudgedChild child = assignment.Start(assignment.Answer);
        child.Take(own, counted: true);
        RunReply reply = child.Run(new RunOptions(1), answers);
        Measured measured = read(answers);
        return expected.FirstDifference(reply, own, assignment.Exercise.Tolerance) is { } wrong
            ? measured with { Wrong = $"In the counted run {wrong.Place} was {wrong.Actual} instead of {wrong.Expected}." }
            : measured;
    }
}

using Checks;
using Course.Caches;
using Course.Exercises.Files;
using Judged;

namespace Grading.Judging;

/// <summary>What the judge counts itself, because the child has to ask for it: accesses, calls, misses of a simulated cache, calls under way at once.</summary>
internal static class CountedJudge
{
    public static Measured Misses(Assignment assignment, Criterion.Misses criterion, IReadOnlyList<Band> bands) => Count(assignment, criterion, criterion.ElementBytes, answers =>
    {
        long misses = CacheTotals.Of(criterion.Cache, answers.Trace).Levels[0].Misses;
        return new Measured(misses, $"{misses:N0} misses", Wanted(bands, "misses"), Measured.Judge) { Limit = bands[0].AtMost };
    });

    public static Measured Operations(Assignment assignment, Criterion.Operations criterion, IReadOnlyList<Band> bands) => Count(assignment, criterion, 1, answers =>
        new Measured(answers.Operations, $"{answers.Operations:N0} operations", Wanted(bands, "operations"), Measured.Judge) { Limit = bands[0].AtMost });

    public static Measured Concurrency(Assignment assignment, Criterion.Concurrency criterion, IReadOnlyList<Band> bands) => Count(assignment, criterion, 1, answers =>
        new Measured(answers.Concurrency, $"{answers.Concurrency:N0} at once", Wanted(bands, "at once"), Measured.Judge) { Limit = bands[0].AtMost ?? bands[0].AtLeast });

    /// <summary>The best band, and what the lesser ones ask for.</summary>
    public static string Wanted(IReadOnlyList<Band> bands, string unit)
    {
        string best = (bands[0].AtLeast, bands[0].AtMost) switch
        {
            ({ } least, { } most) when least == most => $"{most:N0} {unit}",
            ({ } least, { } most) => $"{least:N0} to {most:N0} {unit}",
            ({ } least, null) => $"at least {least:N0} {unit}",
            (_, { } most) => $"at most {most:N0} {unit}",
            _ => "",
        };
        string[] lesser = [.. bands.Skip(1).Select(band => $"{band.PartOfPoints}: {band.AtMost ?? band.AtLeast:N0}")];
        return lesser.Length == 0 ? best : $"{best} ({string.Join(", ", lesser)})";
    }

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

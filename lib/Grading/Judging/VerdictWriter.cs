using Course.Exercises.Files;
using Course.Exercises.Verdicts;
using Grading.Children;
using Grading.Compiling;

namespace Grading.Judging;

/// <summary>Turns what was found into a verdict: points, status, and one thing to do next.</summary>
internal sealed class VerdictWriter(string id, ExerciseFile file, bool unsafely)
{
    private const string AllCases = "every case right";

    /// <summary>What the compiler says of a name that it does not know, and of pointers.</summary>
    private static readonly string[] UnknownNames = ["(CS0103)", "(CS0234)", "(CS0246)"], Pointers = ["(CS0214)", "(CS0227)"];

    public Verdict DoesNotCompile(IReadOnlyList<string> errors) => Zero(VerdictStatus.CompileError, string.Join(Environment.NewLine, errors),
        errors.Any(error => UnknownNames.Any(error.EndsWith))
            ? "Look for a typing error in the name. If there is none: this cell is judged on its own, so names of other cells, of the course's library and of packages such as TensorPrimitives are unknown here."
            : errors.Any(error => Pointers.Any(error.EndsWith)) ? Remedy.For(["unsafe code"])
            : "Make it compile first; begin with the first message.", null);

    /// <summary>It compiles, but the method that is asked for is not there or is another one.</summary>
    public Verdict Lacks(string what) => Zero(VerdictStatus.CompileError, what, $"Keep the starter's class and its first line; Reset(\"{id}\") shows them.", null);

    public Verdict Absent(VerdictStatus status, string reason) => Zero(status, reason, "", null);

    public Verdict Forbidden(IReadOnlyList<string> names) => Zero(VerdictStatus.Flagged,
        "It was not run, because it uses what this exercise does not allow: " + string.Join("; ", names) + ".", Remedy.For(names), null);

    public Verdict Ended(ChildEndedException ended, FailingCase? smallest) => Zero(
        ended.End == ChildEnd.Timeout ? VerdictStatus.Timeout : VerdictStatus.Crash, ended.Message,
        smallest is null ? "The small cases were right, or it never came to them: try it yourself on large inputs."
            : ended.End == ChildEnd.Timeout ? "Look for a loop that does not end on the call above." : "Make the call above yourself.", smallest);

    public Verdict Wrong(FailingCase smallest) => Zero(VerdictStatus.Fail, "", file.Criteria[0].Next is { Length: > 0 } next
        ? next
        : "Follow the smallest wrong case by hand, step by step.", smallest);

    public Verdict Threw(FailingCase smallest) => Wrong(smallest) with { Next = "Follow the call above to the line that throws." };

    /// <summary>Right in every case, wrong when it was measured.</summary>
    public Verdict WrongLater(string reason) => Zero(VerdictStatus.Fail, reason, "Each call has to be right on its own, however often and with whatever it is called.", null);

    public Verdict Right(int cases, IReadOnlyList<(CriterionFile File, Measured Measured)> measured)
    {
        CriterionFile correct = file.Criteria[0];
        CriterionResult[] results =
        [
            new(correct.Name, Outcome.Earned, $"{cases} of {cases} cases", AllCases, correct.Points, correct.Points, Measured.Judge),
            .. measured.Select(each => Result(each.File, each.Measured)),
        ];
        string[] flags = [.. measured.Select(each => each.Measured.Flag).Where(flag => flag.Length > 0)];
        string[] open = [.. measured.Where(each => each.Measured.Open.Length > 0).Select(each => $"{each.File.Name} stays open: {each.Measured.Open}.")];
        VerdictStatus status = flags.Length > 0 ? VerdictStatus.Flagged
            : results.Any(each => each.Outcome is Outcome.Missed or Outcome.Partly) ? VerdictStatus.Partial
            : open.Length > 0 ? VerdictStatus.Inconclusive : VerdictStatus.Pass;
        string? lost = results.FirstOrDefault(each => each.Outcome is Outcome.Missed or Outcome.Partly)?.Name;
        CriterionFile? missed = file.Criteria.FirstOrDefault(each => each.Name == lost);
        return Verdict(status, string.Join(" ", flags.Concat(open)), results, missed?.Next ?? measured.FirstOrDefault(each => each.Measured.Open.Length > 0).Measured?.Next ?? "", null);
    }

    /// <summary>The points stay; a person looks.</summary>
    public Verdict Copy(Verdict verdict) => verdict with
    {
        Status = VerdictStatus.Flagged,
        Reason = string.Join(" ", new[] { verdict.Reason, "It is the published solution, word for word." }.Where(part => part.Length > 0)),
    };

    /// <summary>What the starter can do is no answer: the table shows it, and it earns nothing.</summary>
    public static Verdict Starter(Verdict verdict) => verdict with
    {
        Status = VerdictStatus.Fail,
        Reason = string.Join(" ", new[] { "It is the starter as it was, which earns nothing.", verdict.Reason }.Where(part => part.Length > 0)),
        Criteria = [.. verdict.Criteria.Select(each => each with { Points = 0 })],
    };

    private static CriterionResult Result(CriterionFile file, Measured measured)
    {
        if (measured.Open.Length > 0) return new(file.Name, Outcome.Inconclusive, measured.Got, measured.Wanted is { Length: > 0 } wanted ? wanted : Wanted(file), 0, file.Points, measured.CountedBy);
        double share = file.Bands.FirstOrDefault(band => band.Holds(measured.Value))?.Share ?? 0;
        Outcome outcome = share >= 1 ? Outcome.Earned : share > 0 ? Outcome.Partly : Outcome.Missed;
        return new(file.Name, outcome, measured.Got, measured.Wanted, share * file.Points, file.Points, measured.CountedBy, measured.Shown ?? measured.Value, measured.Limit);
    }

    private static string Wanted(CriterionFile criterion) => criterion.Name == "speed"
        ? $"{criterion.Bands[0].AtLeast:P0} of the solution's speed{string.Concat(criterion.Bands.Skip(1).Select(band => $" ({band.PartOfPoints}: {band.AtLeast:P0})"))}"
        : CountedJudge.Wanted(criterion.Bands, criterion.Name switch
        {
            "allocation" => "bytes",
            "concurrency" => "at once",
            var name => name,
        });

    private static string Got(VerdictStatus status, FailingCase? smallest) => status switch
    {
        VerdictStatus.Timeout or VerdictStatus.Crash => "no answer",
        VerdictStatus.Fail => smallest is null ? "wrong when measured" : "a wrong case",
        _ => "",
    };

    private Verdict Zero(VerdictStatus status, string reason, string next, FailingCase? smallest) => Verdict(status, reason,
    [
        .. file.Criteria.Select((each, i) => new CriterionResult(each.Name, i == 0 ? Outcome.Missed : Outcome.NotJudged, i == 0 ? Got(status, smallest) : "",
            i == 0 ? AllCases : Wanted(each), 0, each.Points, Measured.Judge)),
    ], next, smallest);

    private Verdict Verdict(VerdictStatus status, string reason, IReadOnlyList<CriterionResult> results, string next, FailingCase? smallest) => new()
    {
        Exercise = id,
        Title = file.Title,
        Status = status,
        Reason = reason,
        Criteria = results,
        Next = next,
        Smallest = smallest,
        Unsafe = unsafely,
    };
}

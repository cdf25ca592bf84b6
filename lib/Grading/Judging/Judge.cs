using Checks;
using Course.Exercises.Files;
using Course.Exercises.Verdicts;
using Grading.Children;
using Grading.Compiling;

namespace Grading.Judging;

/// <summary>
/// Judges answers. Expected outputs, comparing, timing and verdicts are here alone; the answer runs in children that know nothing of them.
/// </summary>
/// <param name="notebooks">The course's notebooks folder.</param>
public sealed class Judge(string notebooks, ILauncher launcher) : IDisposable
{
    private const int TimingAttempts = 3;

    private readonly CompilerClient _compiler = new(launcher);
    private readonly Dictionary<string, Task<(CompiledAnswer Solution, CompiledAnswer Naive)?>> _forms = [];
    private readonly Dictionary<string, string> _starters = [];

    /// <summary>False only in tests that hold the sandbox to its promise alone.</summary>
    internal bool AllowList { get; init; } = true;

    /// <summary>What the last timed answer was held against; the next one to the same exercise is too.</summary>
    internal Rivals? Rivals { get; private set; }

    /// <summary>A shorter time for each request than the exercise states.</summary>
    internal TimeSpan? Limit { get; init; }

    /// <summary>Starts the compiler before the first answer is there.</summary>
    public void WarmUp() => _compiler.WarmUp();

    /// <param name="seed">Every random input comes from it; the same seed judges the same way.</param>
    /// <param name="flagCopies">Flag an answer that is the published solution.</param>
    /// <exception cref="ArgumentException">There is no such exercise.</exception>
    /// <exception cref="InvalidDataException">The exercise's own files are broken.</exception>
    public Verdict Decide(string id, string source, long seed, bool flagCopies = false)
    {
        ExerciseFolder folder = ExerciseFolder.Find(notebooks, id);
        Exercise exercise = ExerciseSet.Find(id) ?? throw new InvalidDataException($"The exercise {id} has files, but the library has no checks for it.");
        ExerciseFile file = folder.File;
        var writer = new VerdictWriter(id, file, unsafely: !launcher.IsSandbox);
        try
        {
            CompiledAnswer answer = _compiler.Compile(source, file.Allow);
            if (answer.Image is null) return writer.DoesNotCompile(answer.Errors);
            if (AllowList && answer.Forbidden.Count > 0) return writer.Forbidden(answer.Forbidden);
            var assignment = new Assignment(exercise, file, new Form("answer", answer.Image), launcher, seed)
            {
                Limit = Limit,
                WithLines = () => new Form("answer with lines", _compiler.Compile(source, file.Allow, withLines: true).Image ?? answer.Image),
            };
            Verdict verdict = Judged(assignment, writer, folder);
            if (verdict.Status != VerdictStatus.Pass && StarterOf(folder) == answer.Fingerprint) return VerdictWriter.Starter(verdict);
            return flagCopies && FormsAsync(folder).GetAwaiter().GetResult()?.Solution.Fingerprint == answer.Fingerprint ? writer.Copy(verdict) : verdict;
        }
        catch (JudgedThrewException missing)
        {
            return writer.Lacks(missing.Message);
        }
        catch (ChildEndedException ended)
        {
            return writer.Ended(ended, null);
        }
    }

    public void Dispose()
    {
        Rivals?.Dispose();
        _compiler.Dispose();
    }

    private Verdict Judged(Assignment assignment, VerdictWriter writer, ExerciseFolder folder)
    {
        if (assignment.File.Criteria.Any(criterion => criterion.Name == "speed")) _ = FormsAsync(folder);
        (int count, FailingCase? smallest) cases;
        try { cases = CaseJudge.Run(assignment); }
        catch (CaseFailedException failed)
        {
            return failed.InnerException is ChildEndedException ended ? writer.Ended(ended, failed.Smallest) : writer.Threw(failed.Smallest);
        }
        if (cases.smallest is { } wrong) return writer.Wrong(wrong);
        var measured = new List<(CriterionFile, Measured)>();
        foreach (CriterionFile criterion in assignment.File.Criteria.Skip(1))
        {
            Measured one;
            try { one = Measure(assignment, criterion, folder); }
            catch (JudgedThrewException threw) { one = new Measured(double.NaN, "", "", "", Wrong: $"On the input for {criterion.Name} it threw {WithLine(assignment, criterion.Name, threw.Message)}"); }
            if (one.Wrong.Length > 0) return writer.WrongLater(one.Wrong);
            // Who never keeps to a limit has lost its points already; who keeps to it where it is counted alone wants a person's eyes.
            if (one.Beyond.Length > 0 && measured.All(each => each.Item1.Bands[0].Holds(each.Item2.Value))) one = one with { Flag = one.Beyond };
            measured.Add((criterion, one));
        }
        return writer.Right(cases.count, measured);
    }

    private static string WithLine(Assignment assignment, string criterion, string message) =>
        assignment.WithLine(assignment.Exercise.Criteria.First(each => each.Name == criterion).At(assignment.RandomFor(criterion)), message);

    private Measured Measure(Assignment assignment, CriterionFile file, ExerciseFolder folder)
    {
        Criterion criterion = assignment.Exercise.Criteria.FirstOrDefault(each => each.Name == file.Name)
            ?? throw new InvalidDataException($"The exercise {folder.Id} has points for {file.Name}, but the library does not measure it.");
        return criterion switch
        {
            Criterion.Misses misses => CountedJudge.Misses(assignment, misses, file.Bands),
            Criterion.Operations operations => CountedJudge.Operations(assignment, operations, file.Bands),
            Criterion.Concurrency concurrency => CountedJudge.Concurrency(assignment, concurrency, file.Bands),
            Criterion.Allocation allocation => AllocationJudge.Run(assignment, allocation, file.Bands),
            Criterion.Speed speed => Speed(assignment, speed, file.Bands, folder),
            _ => throw new NotSupportedException($"{criterion.GetType().Name} is not measured."),
        };
    }

    private Measured Speed(Assignment assignment, Criterion.Speed criterion, IReadOnlyList<Band> bands, ExerciseFolder folder)
    {
        if (MachineNeeds.Missing(assignment.File.Needs) is { Length: > 0 } lack) return new Measured(double.NaN, "", "", Measured.Judge, Open: lack) { Next = "Check it on a machine that has what it needs." };
        if (FormsAsync(folder).GetAwaiter().GetResult() is not { } forms)
            return new Measured(double.NaN, "", "", Measured.Judge, Open: "the forms to compare with lie with your instructor") { Next = "Hand it in; your instructor's grading times it." };
        using var turn = MachineTurn.Take();
        try
        {
            Form solution = new("solution", forms.Solution.Image!), naive = new("naive", forms.Naive.Image!);
            for (int attempt = 1; ; attempt++)
            {
                Measured measured;
                try
                {
                    Rivals = Judging.Rivals.For(assignment, criterion, solution, naive, Rivals);
                    measured = SpeedJudge.Run(assignment, criterion, bands, Rivals, SpeedJudge.Patience);
                }
                catch (ChildEndedException ended) when (Rivals is null or { HaveEnded: true }) { measured = SpeedJudge.WithoutRivals(ended.Message); }
                if (!measured.IsNoise) return measured;
                // One of them may lie badly in memory.
                Rivals?.Dispose();
                Rivals = null;
                if (attempt == TimingAttempts) return measured;
            }
        }
        catch
        {
            // Whoever ended, the next answer starts with fresh ones.
            Rivals?.Dispose();
            Rivals = null;
            throw;
        }
    }

    /// <summary>Solution and naive form, compiled once, while the cases are judged; null in a learner's copy.</summary>
    private Task<(CompiledAnswer Solution, CompiledAnswer Naive)?> FormsAsync(ExerciseFolder folder) =>
        _forms.TryGetValue(folder.Id, out var known) && !known.IsFaulted ? known : _forms[folder.Id] = Task.Run(() => Forms(folder));

    private string StarterOf(ExerciseFolder folder) =>
        _starters.TryGetValue(folder.Id, out string? known) ? known : _starters[folder.Id] = _compiler.Compile(folder.Starter, folder.File.Allow).Fingerprint;

    private (CompiledAnswer Solution, CompiledAnswer Naive)? Forms(ExerciseFolder folder)
    {
        if (!folder.HasForms) return null;
        CompiledAnswer solution = _compiler.Compile(folder.Solution, folder.File.Allow), naive = _compiler.Compile(folder.Naive, folder.File.Allow);
        foreach (var (form, name) in new[] { (solution, "Solution.cs"), (naive, "Naive.cs") })
            if (form.Image is null) throw new InvalidDataException($"{folder.Id}/{name} does not compile: {form.Errors[0]}");
        return (solution, naive);
    }
}

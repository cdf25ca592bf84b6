using System.CommandLine;
using Checks;
using Cli.Grades;
using Course.Exercises.Files;
using Course.Exercises.Verdicts;
using Grading.Batch;
using Grading.Children;
using Grading.Judging;
using Grading.Submissions;
using Notebooks;

namespace Cli.Commands;

/// <summary><c>course check</c>: judges the learner's own answers on the learner's own machine, in child processes with limits.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var exercise = new Option<string?>("--exercise") { Description = "Only this exercise; all that the notebooks hold and you have begun when left out.", HelpName = "ID" };
        var source = new Option<string?>("--source") { Description = "The answer: a C# file, or - for standard input. Left out: the exercise's cell in its notebook.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "The verdict as JSON." };
        var seed = SeedOption.Create("Makes the random inputs the same again; a new seed each time when left out.");
        var command = new Command("check", "Judges your answers to the exercises, as Check(\"id\") does in a notebook. Exit code 0 only if every one passes.")
            { exercise, source, json, seed };
        command.SetAction(parsed => Run(parsed.GetValue(exercise), parsed.GetValue(source), parsed.GetValue(json),
            parsed.GetValue(seed) ?? GradingRun.NewSeed()));
        return command;
    }

    private static int Run(string? id, string? source, bool json, long seed)
    {
        if (source is not null && id is null) throw new CommandException("--source needs --exercise: which exercise does it answer?");
        var course = CourseFolder.Find();
        using var judge = new Judge(course.Notebooks, new PlainLauncher());
        judge.WarmUp();
        try
        {
            IReadOnlyList<(string Id, string Source)> answers = source is not null ? [(id!, Read(source))] : WorkingCopy(course, id);
            // Who asks for all of them wants to hear of those that they have worked on.
            string[] untouched = id is not null ? [] : [.. answers.Where(each => ExerciseFolder.Find(course.Notebooks, each.Id).IsStarter(each.Source)).Select(each => each.Id)];
            var verdicts = new List<Verdict>();
            foreach (var (each, text) in answers.Where(each => !untouched.Contains(each.Id)))
            {
                Verdict verdict = judge.Decide(each, text, seed) with { Unsafe = false };
                verdicts.Add(verdict);
                Console.WriteLine(json ? verdict.ToJson() : VerdictText.Write(verdict) + Environment.NewLine);
            }
            if (!json && untouched.Length > 0) Console.WriteLine($"Not begun: {string.Join(", ", untouched)}.{Environment.NewLine}");
            if (!json && answers.Count > 1) Console.WriteLine($"{verdicts.Count(Passed)} of {answers.Count} exercises pass.");
            return verdicts.Count == answers.Count && verdicts.All(Passed) ? 0 : 1;
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidDataException) { throw new CommandException(failure.Message, failure); }
    }

    private static bool Passed(Verdict verdict) => verdict.Status == VerdictStatus.Pass;

    private static string Read(string source) => source == "-" ? Console.In.ReadToEnd() : File.ReadAllText(source);

    /// <summary>The cells of the clone's own notebooks, in the course's order of exercises.</summary>
    private static IReadOnlyList<(string Id, string Source)> WorkingCopy(CourseFolder course, string? id)
    {
        var cells = new Dictionary<string, string>();
        foreach (string file in course.NotebooksNamed([]))
            foreach (var (exercise, text) in ExerciseCells.In(Notebook.Read(file))) cells[exercise] = text;
        if (id is not null && !cells.ContainsKey(id))
            throw new CommandException(ExerciseSet.Find(id) is null
                ? $"There is no exercise '{id}'. The exercises are: {string.Join(", ", ExerciseSet.All.Select(each => each.Id))}."
                : $"No notebook has a cell that begins with // exercise: {id}. Save the notebook, or name a file with --source.");
        return [.. ExerciseSet.All.Select(each => each.Id).Where(each => cells.ContainsKey(each) && (id is null || each == id)).Select(each => (each, cells[each]))];
    }
}

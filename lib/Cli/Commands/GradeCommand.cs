using System.CommandLine;
using Checks;
using Cli.Grades;
using Course.Exercises.Files;
using Course.Exercises.Verdicts;
using Grading.Batch;
using Grading.Children;
using Grading.Sandbox;
using Grading.Submissions;

namespace Cli.Commands;

/// <summary><c>course grade</c>: judges the answers of many learners, in a sandbox.</summary>
internal static class GradeCommand
{
    public static Command Create()
    {
        var submissions = new Argument<DirectoryInfo>("SUBMISSIONS") { Description = "One folder for each learner, with notebooks, or C# files that begin with '// exercise: ID' or are called ID.cs." };
        var output = new Option<DirectoryInfo>("--out") { Description = "Where verdicts and reports are written. The same folder again goes on where a run ended.", Required = true, HelpName = "DIR" };
        var jobs = new Option<int>("--jobs") { Description = "Submissions at a time.", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
        var exercises = new Option<string[]>("--exercise") { Description = "Only these exercises.", AllowMultipleArgumentsPerToken = true, HelpName = "ID" };
        var seed = SeedOption.Create("Of every random input; keep it private. A new one when left out.");
        var only = new Option<string?>("--only") { Description = "'inconclusive': grade again what could not be judged before." };
        var unsafely = new Option<bool>("--unsafe-local") { Description = "Without a sandbox, where none can be had: answers can then do what you can do. Every report says so." };
        only.AcceptOnlyFromAmong("inconclusive");
        jobs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 256) result.AddError("--jobs takes 1 to 256.");
        });
        var command = new Command("grade", "Judges the answers of many learners, each in a sandbox, and writes JSON, JUnit, CSV, GitHub and HTML reports. It can be stopped at any time and started again.")
            { submissions, output, jobs, exercises, seed, only, unsafely };
        command.SetAction((parsed, stop) => Task.FromResult(Run(parsed.GetValue(submissions)!, parsed.GetValue(output)!, parsed.GetValue(exercises) ?? [],
            new GraderOptions(parsed.GetValue(jobs), parsed.GetValue(seed), parsed.GetValue(only) is not null), parsed.GetValue(unsafely), stop)));
        return command;
    }

    private static int Run(DirectoryInfo submissions, DirectoryInfo output, string[] exercises, GraderOptions options, bool unsafely, CancellationToken stop)
    {
        string[] ids = exercises.Length > 0 ? exercises : [.. ExerciseSet.All.Select(each => each.Id)];
        if (ids.FirstOrDefault(id => ExerciseSet.Find(id) is null) is { } unknown)
            throw new CommandException($"There is no exercise '{unknown}'. The exercises are: {string.Join(", ", ExerciseSet.All.Select(each => each.Id))}.");
        ILauncher launcher = unsafely ? new PlainLauncher() : Sandbox();
        try
        {
            string notebooks = CourseFolder.Find().Notebooks;
            IReadOnlyList<Submission> found = SubmissionFolder.Read(submissions.FullName, ids, notebooks);
            if (found.Count == 0) throw new CommandException($"{submissions.FullName} holds no folders; it takes one for each learner.");
            if (!ids.All(id => ExerciseFolder.Find(notebooks, id).HasForms))
                Console.Error.WriteLine("This copy of the course has no solutions: speed stays open, and nobody's copy of a solution is found. The course's own clone judges both.");
            using var progress = new GradingProgress(Console.Out);
            IReadOnlyList<GradedSubmission> graded = new Grader(notebooks, launcher, options).Grade(found, output.FullName, progress.Show, stop);
            progress.Close();
            GitHubLog.Write(output.FullName);
            string states = string.Join(", ", graded.CountBy(each => each.Verdict.Status).OrderBy(each => each.Key).Select(each => $"{each.Value} {VerdictText.Say(each.Key)}"));
            Console.WriteLine($"{graded.Count} of {found.Count} submissions graded: {states}. Open {Path.Combine(output.FullName, "feedback", "index.html")}");
            if (graded.Count(each => each.IsOpen) is > 0 and var open) Console.WriteLine($"{open} stay open; the same command with --only inconclusive grades them again.");
            if (graded.Count < found.Count) Console.WriteLine("Stopped. The same command again goes on from here.");
            return graded.Count == found.Count ? 0 : 1;
        }
        catch (InvalidDataException failure) { throw new CommandException(failure.Message, failure); }
    }

    private static BubblewrapLauncher Sandbox()
    {
        var (launcher, lack) = BubblewrapLauncher.Find();
        string fault = launcher is null ? lack : SandboxTest.Fault(launcher);
        return fault.Length == 0 ? launcher! : throw new CommandException(
            $"Answers of others are judged in a sandbox only, and there is none here: {fault} {BubblewrapLauncher.Remedy} " +
            "On a machine that holds nothing of value, --unsafe-local judges without one.");
    }
}

using System.CommandLine;
using Grading.Batch;

namespace Cli.Commands;

/// <summary><c>course export</c>: the course as learners get it.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var learner = new Option<DirectoryInfo>("--learner") { Description = "A new folder for the learners' copy.", Required = true, HelpName = "DIR" };
        var own = new Option<DirectoryInfo?>("--private") { Description = "Where the instructor's seed and the cases and traces it makes are written; grade with --seed from there.", HelpName = "DIR" };
        var command = new Command("export", "Writes the course without solutions, naive and wrong forms, cases and the grader's tests. Check still judges there, with inputs of its own, but leaves speed open: there is nothing to compare with.") { learner, own };
        command.SetAction(parsed =>
        {
            try
            {
                if (parsed.GetValue(own) is { } kept && File.Exists(Path.Combine(kept.FullName, "seed.txt")))
                    throw new CommandException($"{kept.FullName} holds a seed already, and grades depend on it. Choose another --private, or leave it out.");
                int copied = CourseExport.ForLearners(CourseFolder.Find().Root, parsed.GetValue(learner)!.FullName);
                Console.WriteLine($"{copied} files written to {parsed.GetValue(learner)!.FullName}");
                if (parsed.GetValue(own) is { } folder)
                {
                    CourseExport.Private(folder.FullName);
                    Console.WriteLine($"Seed and cases written to {folder.FullName}. Keep them to yourself.");
                }
                return 0;
            }
            catch (InvalidDataException failure) { throw new CommandException(failure.Message, failure); }
        });
        return command;
    }
}

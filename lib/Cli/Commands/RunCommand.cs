using System.CommandLine;
using Cli.Bench;
using Cli.Running;
using Course.Measure;
using Notebooks.Book;
using Spectre.Console;

namespace Cli.Commands;

/// <summary><c>course run</c>: executes notebooks, each in a fresh process, and writes them and the book that can be read from them.</summary>
internal static class RunCommand
{
    /// <summary>The notebooks' picture: large enough to tell the forms apart, small enough for the slow ones.</summary>
    private const int Side = 512;

    private const string FirstOfPartB = "11";

    public static Command Create()
    {
        var names = new Argument<string[]>("NAME") { Description = "Notebooks to run, e.g. 01-a-slow-blur or just 01; all of them when none is named.", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<DirectoryInfo>("--out") { Description = "Where notebooks/ and book/ are written.", DefaultValueFactory = _ => new DirectoryInfo("out"), HelpName = "DIR" };
        var limit = new Option<int>("--time-limit") { Description = "Seconds after which a notebook is stopped and reported.", DefaultValueFactory = _ => 120, HelpName = "SECONDS" };
        var noLadder = new Option<bool>("--no-ladder") { Description = "Leaves out the ladder's table at the end." };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--time-limit takes 1 second or more.");
        });
        var command = new Command("run", "Runs the notebooks one after the other, each in a fresh process, and writes them and a readable book. " +
            "Exit code 0 only if every cell ran.") { names, output, limit, noLadder };
        command.SetAction(async (parsed, stop) =>
        {
            int failures = await RunAsync(parsed.GetValue(names)!, parsed.GetValue(output)!, TimeSpan.FromSeconds(parsed.GetValue(limit)), stop);
            if (!parsed.GetValue(noLadder) && !stop.IsCancellationRequested)
                LadderTable.Print(LadderTimes.Measure(Side, Side, withPython: true), $"The ladder: one blur of {Side} x {Side} pixels");
            return failures == 0 ? 0 : 1;
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] names, DirectoryInfo output, TimeSpan limit, CancellationToken stop)
    {
        var course = CourseFolder.Find();
        IReadOnlyList<string> files = course.NotebooksNamed(names);
        var failures = new List<CellFailure>();
        var executed = new List<Chapter>();

        async Task RunAll(IRunProgress progress)
        {
            foreach (string file in files)
            {
                NotebookRun run = await NotebookRunner.RunAsync(file, limit, progress, stop);
                failures.AddRange(run.Failures);
                if (run.Notebook is not { } notebook) continue;
                string name = Path.GetFileNameWithoutExtension(file);
                notebook.Write(Path.Combine(output.FullName, "notebooks", name + ".ipynb"));
                executed.Add(new Chapter(name, notebook, course.Notebooks));
            }
        }

        if (Console.IsOutputRedirected) await RunAll(new PlainProgress(Console.Out));
        else await TerminalProgress.RunAsync(AnsiConsole.Console, RunAll);

        string book = WriteBook(course, executed, Path.Combine(output.FullName, "book"));
        Console.WriteLine($"{executed.Count} of {files.Count} notebooks written, {(failures.Count == 0 ? "every cell ran" : $"{failures.Count} failures, listed above")}. Open {book}");
        return failures.Count;
    }

    /// <summary>Part A and part B of the course, as far as their notebooks were run.</summary>
    private static string WriteBook(CourseFolder course, List<Chapter> chapters, string folder)
    {
        BookPart[] parts =
        [
            new("Why is it slow?", [.. chapters.Where(chapter => string.CompareOrdinal(chapter.Name, FirstOfPartB) < 0)]),
            new("Stop guessing", [.. chapters.Where(chapter => string.CompareOrdinal(chapter.Name, FirstOfPartB) >= 0)]),
        ];
        const string introduction = "Notebooks that show the memory, the caches and the vector units at work. Every number on these pages was measured by the run that wrote them, or says where it was recorded.";
        return new BookWriter("Why is my C# so slow?", introduction)
            .Write(folder, [.. parts.Where(part => part.Chapters.Count > 0)], BookWriter.PlotlyPath(course.Root));
    }
}

using System.CommandLine;
using Course.Measure;

namespace Cli.Commands;

/// <summary><c>course bench full</c>: BenchmarkDotNet's full job on a class in a file.</summary>
internal static class BenchFullCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE.cs") { Description = "C# with a public class whose methods are marked [Benchmark]; it may use the course's library." };
        var json = new Option<string?>("--json") { Description = "Also writes every sample, the machine and the compiler settings to this file.", HelpName = "FILE" };
        var command = new Command("full", "Runs BenchmarkDotNet's full job on the [Benchmark] methods of a C# file, each in processes of its own, a minute or so each.") { file, json };
        command.SetAction(parsed =>
        {
            Measurements times = Measure(parsed.GetValue(file)!);
            Console.WriteLine();
            Console.WriteLine(times);
            if (parsed.GetValue(json) is not { } path) return;
            times.Save(path);
            Console.WriteLine($"Wrote {path}");
        });
        return command;
    }

    private static Measurements Measure(FileInfo file)
    {
        try
        {
            return FullBenchmark.Run(File.ReadAllText(file.FullName), watch: Console.WriteLine);
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
        {
            throw new CommandException($"{file.Name}: {failure.Message}");
        }
    }
}

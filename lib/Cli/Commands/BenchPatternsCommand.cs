using System.CommandLine;
using Course.Measure;
using Course.Patterns;
using Python;

namespace Cli.Commands;

/// <summary><c>course bench patterns</c>: records Python's forms of notebooks 16 and 18, for machines that cannot run them.</summary>
internal static class BenchPatternsCommand
{
    private const int Smallest = 4, Largest = 1_000_000;

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = $"Where to write them; notebooks look for data/results/CPU/{RecordedGrowth.FileName}." };
        var command = new Command("patterns", "Times Python's forms of notebooks 16 and 18 over growing inputs and writes them to a file, which stands in where Python, NumPy or pandas is missing.") { file };
        command.SetAction(parsed =>
        {
            if (PythonInterpreter.Find() is not { } python) throw new CommandException(new PythonMissingException().Message);
            GrowthCurves curves = new([]);
            foreach (var (name, forms) in new[]
            {
                ("squares", PythonForms.Squares), ("lookup", PythonForms.Lookup), ("joined", PythonForms.Joined), ("hoisted", PythonForms.Hoisted), ("rows", PythonForms.Rows), ("distances", PythonForms.Distances),
            })
            {
                Console.WriteLine($"{name}: {string.Join(", ", forms.Select(form => form.Label))}");
                PythonForms.Define(name);
                GrowthCurves live = PythonForms.Over(Smallest, Largest, forms, results: "");
                if (live.Count < forms.Count) throw new CommandException($"{string.Join(" and ", forms.Select(form => form.Module).Where(module => module.Length > 0).Distinct())} must be installed to record '{name}'.");
                curves = curves.And(live);
            }
            RecordedGrowth.From(Machine.Current, DateOnly.FromDateTime(DateTime.Now), python.Version, curves).Save(parsed.GetValue(file)!);
            Console.WriteLine($"Wrote {parsed.GetValue(file)}");
        });
        return command;
    }
}

using System.CommandLine;
using Course.Blur;
using Course.Exercises;
using Course.Images;
using Course.Measure.Counting;

namespace Cli.Commands;

/// <summary><c>course count</c>: what one blur by each named rung costs in instructions, cache misses, page faults and so on.</summary>
internal static class CountCommand
{
    private const int CallgrindCalls = 4;

    public static Command Create()
    {
        var names = new Argument<string[]>("RUNG") { Description = "Rungs of the ladder, e.g. \"flat bytes\".", Arity = ArgumentArity.OneOrMore };
        var size = PictureSize.Option("512x512");
        var callgrind = new Option<bool>("--callgrind") { Description = "Counts instructions exactly under valgrind, half a minute for each rung." };
        var json = new Option<string?>("--json") { Description = "Also writes the tables to this file.", HelpName = "FILE" };
        var passes = new Option<int?>("--passes") { Hidden = true };
        var command = new Command("count", "Counts what one blur costs: instructions, cache misses, page faults and more, each labelled measured or simulated.")
            { names, size, callgrind, json, passes };
        command.SetAction(parsed =>
        {
            (int width, int height) = PictureSize.Parse(parsed.GetValue(size)!);
            Rung[] rungs = [.. parsed.GetValue(names)!.Select(Find)];
            Plane<byte> photo = Photo.Load("camera", width, height);
            if (parsed.GetValue(passes) is { } count)
            {
                Blur(rungs[0], photo, count);
                return;
            }
            var tables = new List<CounterTable>();
            foreach (Rung rung in rungs)
            {
                CounterTable table = RungCounters.Of(rung, photo);
                if (parsed.GetValue(callgrind)) table = table.With(UnderCallgrind(rung, parsed.GetValue(size)!));
                Console.WriteLine(table);
                tables.Add(table);
            }
            if (parsed.GetValue(json) is not { } file) return;
            CounterFile.Save(tables, file);
            Console.WriteLine($"Wrote {file}");
        });
        return command;
    }

    private static Rung Find(string name)
    {
        try
        {
            Rung rung = Ladder.Find(name);
            return rung.Missing is { } missing ? throw new CommandException($"The rung \"{name}\" does not run here: {missing}") : rung;
        }
        catch (ArgumentException unknown)
        {
            throw new CommandException(unknown.Message);
        }
    }

    /// <summary>What Callgrind counts in a process of its own: this program, blurring once and then some times more.</summary>
    private static IReadOnlyList<CounterRow> UnderCallgrind(Rung rung, string size)
    {
        try
        {
            return Callgrind.Difference(Again(1), Again(1 + CallgrindCalls), CallgrindCalls);
        }
        catch (InvalidOperationException failed)
        {
            throw new CommandException(failed.Message);
        }

        string[] Again(int passes)
        {
            string[] arguments = ["count", rung.Name, "--size", size, "--passes", $"{passes}"];
            string program = Environment.ProcessPath!;
            return Path.GetFileNameWithoutExtension(program) == "dotnet" ? [program, typeof(CountCommand).Assembly.Location, .. arguments] : [program, .. arguments];
        }
    }

    private static void Blur(Rung rung, Plane<byte> photo, int passes)
    {
        IPreparedBlur blur = rung.Prepare(photo);
        for (int i = 0; i < passes; i++) blur.Run();
    }
}

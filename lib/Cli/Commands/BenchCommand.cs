using System.CommandLine;
using Cli.Bench;
using Course.Measure;

namespace Cli.Commands;

/// <summary><c>course bench</c>: the ladder timed in one interleaved run, or the kernel's waiting times.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var size = PictureSize.Option("1920x1080");
        var json = new Option<string?>("--json") { Description = "Also writes every sample, the machine and the compiler settings to this file.", HelpName = "FILE" };
        var noPython = new Option<bool>("--no-python") { Description = "Leaves Python's four loops out, the slowest form by far." };
        var latency = new Option<bool>("--latency") { Description = "Measures the kernel instead: start, cells, completion, memory, and a cell's loop beside a library's." };
        var command = new Command("bench", "Times every rung of the ladder in one interleaved run, with ratios to the previous rung, to the first, " +
            "and to a memory copy of the same bytes.") { size, json, noPython, latency };
        command.SetAction(async (parsed, _) =>
        {
            if (parsed.GetValue(latency))
            {
                await LatencyAsync(parsed.GetValue(json));
                return;
            }
            (int width, int height) = PictureSize.Parse(parsed.GetValue(size)!);
            Console.WriteLine($"Timing the ladder on {width} x {height} pixels; the slow forms take a while.");
            Measurements times = LadderTimes.Measure(width, height, withPython: !parsed.GetValue(noPython));
            LadderTable.Print(times, $"One blur of {width} x {height} pixels");
            if (parsed.GetValue(json) is not { } file) return;
            times.Save(file);
            Console.WriteLine($"Wrote {file}");
        });
        command.Subcommands.Add(BenchBoxCommand.Create());
        command.Subcommands.Add(BenchPatternsCommand.Create());
        command.Subcommands.Add(BenchOffCpuCommand.Create());
        command.Subcommands.Add(BenchFullCommand.Create());
        return command;
    }

    private static async Task LatencyAsync(string? json)
    {
        IReadOnlyList<LatencyRow> rows = await LatencyBench.MeasureAsync(step => Console.Error.WriteLine($"  {step} …"));
        LatencyTable.Print(rows, LatencyBench.Kernel);
        if (json is null) return;
        LatencyTable.Save(rows, LatencyBench.Kernel, json);
        Console.WriteLine($"Wrote {json}");
    }
}

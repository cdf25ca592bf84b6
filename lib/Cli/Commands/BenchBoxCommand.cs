using System.CommandLine;
using Cli.Bench;
using Course.Measure;

namespace Cli.Commands;

/// <summary><c>course bench box</c>: the box blur by element type, radius and vector width.</summary>
internal static class BenchBoxCommand
{
    public static Command Create()
    {
        var size = PictureSize.Option("1920x1080");
        var json = new Option<string?>("--json") { Description = "Also writes every sample, the machine and the compiler settings to this file.", HelpName = "FILE" };
        var command = new Command("box", "Times BoxBlur in one interleaved run, for every element type at several radii and vector widths, " +
            "each beside a memory copy of the same bytes.") { size, json };
        command.SetAction(parsed =>
        {
            (int width, int height) = PictureSize.Parse(parsed.GetValue(size)!);
            Measurements times = BoxTimes.Measure(width, height);
            BoxTable.Print(times, $"One box blur of {width} x {height} pixels");
            if (parsed.GetValue(json) is not { } file) return;
            times.Save(file);
            Console.WriteLine($"Wrote {file}");
        });
        return command;
    }
}

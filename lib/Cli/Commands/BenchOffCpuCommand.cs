using System.CommandLine;
using Course.Blur.OffCpu;
using Course.Patterns;

namespace Cli.Commands;

/// <summary><c>course bench off-cpu</c>: records the blur on an OpenCL device, for machines that have none.</summary>
internal static class BenchOffCpuCommand
{
    private static readonly int[] Sides = [32, 64, 128, 256, 512, 1024, 2048], Batches = [1, 8];

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = $"Where to write it; notebook 09 looks for data/results/CPU/{OffCpuRun.FileName}." };
        var command = new Command("off-cpu", "Times the blur on the first OpenCL device beside this processor, over picture and batch sizes, and writes the run to a file.") { file };
        command.SetAction(parsed =>
        {
            if (OpenClDevice.Missing is { } missing) throw new CommandException(missing);
            OpenClDevice device = OpenClDevice.All()[0];
            Console.WriteLine($"Blurring on {device.Name}");
            OffCpuRun run = OffCpuRun.Measure(device, Sides, Batches);
            foreach (OffCpuRow row in run.Rows)
                Console.WriteLine($"{row.Side,5} x {row.Side,-5} {row.Pictures,2} pictures: there {row.Upload:N3}, blur {row.Kernel:N3}, back {row.Download:N3} ms; loop {row.Loop:N3}, BoxBlur {row.Cpu:N3} ms");
            run.Save(parsed.GetValue(file)!);
            Console.WriteLine($"Wrote {parsed.GetValue(file)}");
        });
        return command;
    }
}

using System.Globalization;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;
using Cli.Installation;
using Course.Blur;
using Course.Blur.Rungs;
using Course.Measure;

namespace Cli.Bench;

/// <summary>Measures what the kernel promises about waiting, memory and honest speed, through the sockets that front ends use.</summary>
internal static class LatencyBench
{
    private const int Launches = 9, TrivialCells = 300, Questions = 60, GrowthCells = 500, WarmUpCells = 20, LoopLaunches = 7;

    private static readonly string Library = typeof(Ladder).Assembly.Location;

    /// <summary>The kernel beside this program.</summary>
    private static readonly string Program = KernelInstaller.ProgramIn(AppContext.BaseDirectory);

    /// <summary>Which kernel is measured: one compiled ahead, as <c>setup</c> publishes it, starts faster than one from a build folder.</summary>
    public static string Kernel
    {
        get
        {
            using PEReader compiler = new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Microsoft.CodeAnalysis.CSharp.dll")));
            bool ahead = compiler.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
            return ahead ? "The kernel as setup publishes it, compiled ahead." : "The kernel of a build folder, not compiled ahead; `course setup` publishes a quicker one.";
        }
    }

    public static async Task<IReadOnlyList<LatencyRow>> MeasureAsync(Action<string> progress)
    {
        progress($"starting {Launches + 1} kernels");
        List<LatencyRow> rows = [await StartAsync()];
        progress("running cells, completions, inspections");
        rows.AddRange(await WarmAsync());
        progress($"running {GrowthCells} cells");
        rows.AddRange(await GrowthAsync());
        progress($"timing a loop in {LoopLaunches} kernels");
        rows.Add(await LoopAsync());
        return rows;
    }

    /// <summary>The first launch reads the files from disk and is not counted.</summary>
    private static async Task<LatencyRow> StartAsync()
    {
        List<double> seconds = [];
        for (int launch = 0; launch <= Launches; launch++)
        {
            await using KernelClient kernel = await KernelClient.StartAsync(Program);
            double at = (await kernel.ExecuteAsync("6 * 7")).AtSeconds;
            if (launch > 0) seconds.Add(at);
        }
        return LatencyRow.Wait("start to first result", "s", 2, seconds);
    }

    private static async Task<IReadOnlyList<LatencyRow>> WarmAsync()
    {
        string[] completed = ["Console.", "\"text\".To", "Enumerable.Range(0, 3).Sel", "System.Collections.Generic.", "Lad", ""];
        string[] inspected = ["Console.WriteLine", "Enumerable.Range", "string.Join", "Ladder", "numbers"];
        await using KernelClient kernel = await KernelClient.StartAsync(Program);
        await kernel.ExecuteAsync($"#r \"{Library}\"\nusing Course.Blur;\nint[] numbers = [1, 2, 3];");
        List<double> cells = [], completions = [], inspections = [];
        for (int i = 0; i < WarmUpCells + TrivialCells; i++)
        {
            double milliseconds = (await kernel.ExecuteAsync($"{i} + 1")).Milliseconds;
            if (i >= WarmUpCells) cells.Add(milliseconds);
        }
        for (int i = -completed.Length; i < Questions; i++)
        {
            double milliseconds = await Ask("complete_request", completed[(i + completed.Length) % completed.Length]);
            if (i >= 0) completions.Add(milliseconds);
        }
        for (int i = -inspected.Length; i < Questions; i++)
        {
            double milliseconds = await Ask("inspect_request", inspected[(i + inspected.Length) % inspected.Length]);
            if (i >= 0) inspections.Add(milliseconds);
        }
        return
        [
            LatencyRow.Wait("trivial cell, warm", "ms", 100, cells),
            LatencyRow.Wait("completion, warm", "ms", 150, completions),
            LatencyRow.Wait("inspection, warm", "ms", 150, inspections),
        ];

        Task<double> Ask(string type, string code) => kernel.TimeAsync(type, new JsonObject { ["code"] = code, ["cursor_pos"] = code.Length });
    }

    /// <summary>Cells that each declare a variable and a method, which all later ones can see: the dearest kind.</summary>
    private static async Task<IReadOnlyList<LatencyRow>> GrowthAsync()
    {
        await using KernelClient kernel = await KernelClient.StartAsync(Program);
        for (int i = 0; i < WarmUpCells; i++) await kernel.ExecuteAsync($"int w{i} = {i}; w{i}");
        List<double> milliseconds = [], growth = [];
        double before = kernel.Megabytes;
        for (int i = 0; i < GrowthCells; i++)
        {
            milliseconds.Add((await kernel.ExecuteAsync($"int v{i} = {i}; int F{i}(int x) => x + v{i}; F{i}(2)")).Milliseconds);
            growth.Add(kernel.Megabytes - before);
        }
        return
        [
            LatencyRow.Wait($"declaring cell, {GrowthCells} in a row", "ms", 100, milliseconds),
            new($"memory grown over {GrowthCells} cells", "MB", 200, growth.Max(), "most", growth),
        ];
    }

    /// <summary>
    /// One text compiled twice, into the course's library and in a cell: how much longer the cell's takes, in percent. Chance places code
    /// well or badly in memory, so each launch is one sample and the median is judged.
    /// </summary>
    private static async Task<LatencyRow> LoopAsync()
    {
        string cell = $$"""
            using Course.Measure;
            static class Cell
            {
            {{Ladder.Source(new FlatDoubles())}}
            }
            var picture = new double[512 * 512];
            var times = Timing.Interleaved(
                ("library", () => Course.Blur.Rungs.FlatDoubles.Blur(picture, 512, 512)),
                ("cell", () => Cell.Blur(picture, 512, 512)));
            (100 * (times["cell"].Milliseconds / times["library"].Milliseconds - 1)).ToString("R")
            """;
        List<double> percent = [];
        for (int launch = 0; launch < LoopLaunches; launch++)
        {
            await using KernelClient kernel = await KernelClient.StartAsync(Program);
            await kernel.ExecuteAsync($"#r \"{Library}\"\n0");
            percent.Add(double.Parse((await kernel.ExecuteAsync(cell)).Text, CultureInfo.InvariantCulture));
        }
        return new("a cell's loop over the library's", "%", 10, Math.Abs(Quantiles.Median([.. percent])), "median", percent);
    }
}

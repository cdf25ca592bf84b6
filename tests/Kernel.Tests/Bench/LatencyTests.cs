using System.Text.Json.Nodes;
using Cli;
using Cli.Bench;
using Cli.Installation;

namespace Kernel.Tests.Bench;

/// <summary>What <c>course bench --latency</c> measures with; its limits are for a person to read, no test fails by them.</summary>
public sealed class LatencyTests
{
    [Fact]
    public async Task Client_starts_the_kernel_as_a_front_end_does_and_times_its_answers()
    {
        await using KernelClient kernel = await KernelClient.StartAsync(KernelInstaller.ProgramIn(AppContext.BaseDirectory));
        var (text, at, milliseconds) = await kernel.ExecuteAsync("Console.WriteLine(1); 6 * 7");
        Assert.Equal("42", text);
        Assert.InRange(at, milliseconds / 2000, kernel.Seconds);
        Assert.InRange(await kernel.TimeAsync("complete_request", new JsonObject { ["code"] = "Console.", ["cursor_pos"] = 8 }), 0.01, 60_000);
        Assert.InRange(kernel.Megabytes, 20, 4000);
        var failed = await Assert.ThrowsAsync<CommandException>(() => kernel.ExecuteAsync("1 / int.Parse(\"0\")"));
        Assert.Contains("divide by zero", failed.Message);
    }

    [Fact]
    public async Task Kernel_that_ends_at_once_is_reported()
    {
        string kernel = OperatingSystem.IsWindows() ? "whoami" : "true";
        var failed = await Assert.ThrowsAsync<CommandException>(() => KernelClient.StartAsync(kernel));
        Assert.Contains("ended with exit code", failed.Message);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(90, false)]
    public void Waiting_time_is_judged_by_its_slow_end(double limit, bool holds)
    {
        LatencyRow row = LatencyRow.Wait("cell", "ms", limit, [.. Enumerable.Range(0, 101).Select(i => (double)i)]);
        Assert.Equal((50, 95, 100, holds), (row.Median, row.Judged, row.Worst, row.Holds));
    }

    [Fact]
    public void File_holds_each_limit_beside_its_measurement()
    {
        string folder = Directory.CreateTempSubdirectory("latency-").FullName, path = Path.Combine(folder, "new", "latency.json");
        LatencyTable.Save([LatencyRow.Wait("cell", "ms", 100, [1, 2, 3])], "a kernel", path);
        JsonNode file = JsonNode.Parse(File.ReadAllText(path))!, row = file["measurements"]![0]!;
        Assert.Equal((100, 2.0, true), (row["limit"]!.GetValue<double>(), row["median"]!.GetValue<double>(), row["holds"]!.GetValue<bool>()));
        Assert.NotEmpty(file["machine"]!["cpu"]!.GetValue<string>());
        Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(path)!));
        Directory.Delete(folder, recursive: true);
    }
}

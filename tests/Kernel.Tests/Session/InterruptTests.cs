using Kernel.Session;
using Kernel.Stdio;

namespace Kernel.Tests.Session;

/// <summary>In processes of their own, because the forced stop is allowed to end one.</summary>
public sealed class InterruptTests : IAsyncLifetime
{
    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(60);
    private KernelProcess _kernel = null!;

    public async Task InitializeAsync()
    {
        _kernel = KernelProcess.Start(Path.GetTempPath());
        await _kernel.RunAsync("int kept = 6;", new RecordingOutput(), Ample);
    }

    public async Task DisposeAsync() => await _kernel.DisposeAsync();

    [Theory]
    [InlineData("System.Threading.Thread.Sleep(-1);", false)]
    [InlineData("await Task.Delay(-1);", false)]
    [InlineData("await Task.Delay(-1, CancellationToken);", false)]
    [InlineData("while (true) Console.WriteLine(1);", false)]
    [InlineData("Console.ReadLine(); await Task.Delay(-1);", false)]
    [InlineData("long n = 0; while (true) n++;", true)]
    [InlineData("static void Spin() { while (true) { } } Spin();", true)]
    public async Task A_running_cell_stops_and_the_state_stays(string cell, bool byForce)
    {
        var (outcome, output) = await InterruptedAsync(cell);
        Assert.Equal("Interrupted", outcome.Error!.Name);
        Assert.Equal(byForce, output.Error.Contains("stopped by force", StringComparison.Ordinal));
        var after = new RecordingOutput();
        Assert.True((await _kernel.RunAsync("kept + 1", after, Ample)).Ok);
        Assert.Equal("7", after.Text);
    }

    [SkippableFact]
    public async Task A_cell_inside_native_code_is_left_behind_and_says_so()
    {
        Skip.If(OperatingSystem.IsWindows(), "libc is not on Windows.");
        var (outcome, _) = await InterruptedAsync("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern uint sleep(uint seconds);\nwhile (true) sleep(60);");
        Assert.Contains("could not be stopped", outcome.Error!.Message);
        Assert.True((await _kernel.RunAsync("kept", new RecordingOutput(), Ample)).Ok);
    }

    [Fact]
    public async Task Two_loops_in_two_cells_are_both_stopped()
    {
        for (int i = 0; i < 2; i++) Assert.Equal("Interrupted", (await InterruptedAsync("while (true) { }")).Outcome.Error!.Name);
    }

    /// <summary>Runs a cell and interrupts it shortly after it began to run.</summary>
    private async Task<(CellOutcome Outcome, RecordingOutput Output)> InterruptedAsync(string cell)
    {
        using var interrupt = new CancellationTokenSource();
        var output = new RecordingOutput("line") { OnStream = () => interrupt.CancelAfter(100) };
        return (await _kernel.RunAsync("Console.WriteLine(\"running\");\n" + cell, output, Ample, interrupt.Token), output);
    }
}

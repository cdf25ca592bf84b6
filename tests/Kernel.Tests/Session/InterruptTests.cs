using Kernel.Session;
using Kernel.Stdio;

namespace Kernel.Tests.Session;

/// <summary>In a process of its own, because the forced stop is allowed to end one.</summary>
public sealed class InterruptTests(InterruptTests.Started started) : IClassFixture<InterruptTests.Started>
{
    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(60);
    private readonly KernelProcess _kernel = started.Kernel;

    public sealed class Started : IAsyncLifetime
    {
        public KernelProcess Kernel { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Kernel = KernelProcess.Start(Path.GetTempPath());
            await Kernel.RunAsync("int kept = 6;", new RecordingOutput(), Ample);
        }

        public async Task DisposeAsync() => await Kernel.DisposeAsync();
    }

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

    [Fact]
    public async Task A_cell_that_asks_the_token_ends_in_good_order()
    {
        var (outcome, output) = await InterruptedAsync("while (!CancellationToken.IsCancellationRequested) System.Threading.Thread.Sleep(1);\nConsole.WriteLine(\"in order\"); 8");
        Assert.True(outcome.Ok, outcome.Error?.Message);
        Assert.Equal(("running\nin order\n", "8"), (output.Out, output.Text));
    }

    [SkippableFact]
    public async Task A_shell_part_that_is_interrupted_says_so()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no bash on Windows.");
        Assert.Equal("Interrupted", (await InterruptedAsync("#!bash\nsleep 100")).Outcome.Error!.Name);
    }

    [Fact]
    public async Task A_cell_inside_native_code_is_left_behind_and_says_so()
    {
        var (outcome, _) = await InterruptedAsync("new System.IO.Pipes.AnonymousPipeServerStream(System.IO.Pipes.PipeDirection.In).ReadByte()");
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
        int heard = 0;
        // After the first output only: a cell that writes without end would put its own interrupt off without end.
        var output = new RecordingOutput("line") { OnStream = () => { if (heard++ == 0) interrupt.CancelAfter(100); } };
        return (await _kernel.RunAsync("Console.WriteLine(\"running\");\n" + cell, output, Ample, interrupt.Token), output);
    }
}

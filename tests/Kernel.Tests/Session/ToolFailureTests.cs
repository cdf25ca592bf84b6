namespace Kernel.Tests.Session;

/// <summary>Whatever goes wrong in a profiler ends in a sentence, and the session goes on; what a session remembers between two timings is shown.</summary>
public sealed class ToolFailureTests(SharedSession shared) : IClassFixture<SharedSession>, IAsyncLifetime
{
    private const string Endless = "static class Endless { public static int Down(int n)\n{\n return Down(n + 1) + 1;\n} }";

    public async Task InitializeAsync() => await shared.RunWellAsync($"#r \"{typeof(Course.Profile.ProfileException).Assembly.Location}\"\n"
        + "using Course.Measure; using Course.Profile; using Course.Profile.Allocations; using Course.Profile.Calls; using Course.Profile.Lines; using Course.Profile.Sampling;");

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("SamplingProfile.Attach(2_000_000_000, 1)", "There is no process 2000000000")]
    [InlineData("AllocationProfile.Attach(2_000_000_000, 1)", "There is no process 2000000000")]
    [InlineData("LiveProfile.Start(2_000_000_000)", "There is no process 2000000000")]
    [InlineData("SamplingProfile.Of(() => { }).Save(\"profile.xyz\")", ".html is a flame graph")]
    [InlineData("CallProfile.Of(() => Console.Out.Flush())", "no method with a body")]
    [InlineData("LineProfile.Of(() => Console.Out.Flush())", "reaches no method 'Flush'")]
    [InlineData("static async Task Later() { await Task.Yield(); }\nLineProfile.Of(() => Later())", "it is async")]
    public async Task What_cannot_be_done_is_said_and_the_next_cell_runs(string cell, string sentence)
    {
        var (_, error) = await shared.RunAsync(cell);
        Assert.Equal("ProfileException", error!.Name);
        Assert.Contains(sentence, error.Message);
        Assert.Equal("3", (await shared.RunWellAsync("1 + 2")).Text);
    }

    [Theory]
    [InlineData("string.Join(' ', CallProfile.Of(() => Endless.Down(0)).Notes)")]
    [InlineData("string.Join(' ', LineProfile.Of(() => Endless.Down(0)).Notes)")]
    public async Task Endless_recursion_ends_in_a_note_and_not_in_the_end_of_the_kernel(string cell)
    {
        await shared.RunWellAsync(Endless);
        Assert.Contains("InsufficientExecutionStackException", (await shared.RunWellAsync(cell)).Text);
        Assert.Equal("3", (await shared.RunWellAsync("1 + 2")).Text);
    }

    [Theory]
    [InlineData("AllocationProfile.Of(() => throw new FormatException(\"no\")).Notes[^1]")]
    [InlineData("CallProfile.Of(() => Throws()).Notes[^1]")]
    [InlineData("LineProfile.Of(() => Throws()).Notes[^1]")]
    public async Task An_exception_of_the_work_is_noted(string cell)
    {
        await shared.RunWellAsync("static int Throws() { throw new FormatException(\"no\"); }");
        Assert.Contains("The work threw FormatException: no", (await shared.RunWellAsync(cell)).Text);
    }

    [Fact]
    public async Task Asynchronous_methods_are_noted_where_calls_are_counted()
    {
        await shared.RunWellAsync("static class Mixed { public static int Sync() { return 1; } public static async Task<int> All() { await Task.Yield(); return Sync() + Sync(); } }");
        Assert.Equal("2", (await shared.RunWellAsync("var mixed = CallProfile.Of(() => Mixed.All().GetAwaiter().GetResult()); mixed[\"Sync\"].Calls.ToString()")).Text);
        Assert.Contains("Mixed.All is not measured on its own, because it is async", (await shared.RunWellAsync("string.Join(' ', mixed.Notes)")).Text);
    }

    [Fact]
    public async Task A_timing_cell_that_runs_again_stands_beside_its_first_run_and_answers_the_guess()
    {
        const string Cell = "double all = 0;\nTiming.Interleaved((\"edited\", () => { for (int i = 1; i < 20_000; i++) all += 1.0 / i; }))";
        await shared.RunWellAsync("Prediction.Predict(\"edited\", null)");
        Assert.Contains("no guess was made", (await shared.RunWellAsync(Cell)).Out);
        await shared.RunWellAsync("Prediction.Predict(\"edited\", 1000)");
        string[] lines = (await shared.RunWellAsync(Cell.Replace("20_000", "2_000"))).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches(@"^'edited': [\d.E-]+ ms; your guess 1E\+03: [\d.E+]+ times too much\.$", lines[0]);
        Assert.Matches(@"^edited  run 1 +[\d.E-]+ ms +1\.00x  █+$", lines[1]);
        Assert.Matches(@"^edited  run 2 +[\d.E-]+ ms +[\d.]+x  █+$", lines[2]);
    }
}

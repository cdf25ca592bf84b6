namespace Kernel.Tests.Session;

public sealed class CellTests(SharedSession shared) : IClassFixture<SharedSession>
{
    [Theory]
    [InlineData("40 + 2", "42")]
    [InlineData("Math.Abs(-4);", null)]
    [InlineData("Console.Write(1)", null)]
    [InlineData("\"text\"", "text")]
    [InlineData("(string)null", "null")]
    [InlineData("await Task.FromResult(7)", "7")]
    [InlineData("await Task.Delay(1)", null)]
    [InlineData("// nothing", null)]
    [InlineData("", null)]
    [InlineData("1.5f", "1.5")]
    [InlineData("new StringBuilder(\"built\")", "built")]
    [InlineData("new List<int> { 3, 1, 2 }.OrderBy(x => x).First()", "1")]
    public async Task The_last_expression_without_a_semicolon_is_the_result(string cell, string? text) =>
        Assert.Equal(text, (await shared.RunWellAsync(cell)).Text);

    [Fact]
    public async Task State_is_kept_across_cells()
    {
        await shared.RunWellAsync("using System.Numerics;\nint kept = 5; int Twice(int x) => 2 * x; record Pair(int A, int B); var anonymous = new { Left = 3 };");
        Assert.Equal("13", (await shared.RunWellAsync("Twice(kept) + anonymous.Left")).Text);
        Assert.Equal("Pair { A = 1, B = 2 }", (await shared.RunWellAsync("new Pair(1, 2).ToString()")).Text);
        Assert.Equal("4", (await shared.RunWellAsync("Vector<float>.Count > 0 ? 4 : 0")).Text);
        await shared.RunWellAsync("string kept = \"another type\";");
        Assert.Equal("another type", (await shared.RunWellAsync("kept")).Text);
    }

    [Fact]
    public async Task What_a_failing_cell_declared_before_it_failed_is_kept()
    {
        var (_, error) = await shared.RunAsync("int before = 8;\nthrow new InvalidOperationException(\"on purpose\");");
        Assert.Equal("InvalidOperationException", error!.Name);
        Assert.Equal("8", (await shared.RunWellAsync("before")).Text);
    }

    [Fact]
    public async Task Console_output_goes_to_the_cell_in_order_and_joined()
    {
        var output = await shared.RunWellAsync("for (int i = 0; i < 100; i++) Console.WriteLine(i); Console.Error.Write(\"bad\"); display(1); Console.Write(\"end\"); 5");
        Assert.StartsWith("0\n1\n2\n", output.Out);
        Assert.EndsWith("99\nend", output.Out);
        Assert.Equal("bad", output.Error);
        Assert.Equal("result", output.Events[^1]);
        Assert.InRange(output.Events.Count(name => name == "stream stdout"), 2, 20);
    }

    [Fact]
    public async Task Threads_and_tasks_of_a_cell_write_to_that_cell()
    {
        var output = await shared.RunWellAsync("var t = new System.Threading.Thread(() => Console.Write(\"thread \")); t.Start(); t.Join(); await Task.Run(() => Console.Write(\"task\"));");
        Assert.Equal("thread task", output.Out);
    }

    [Fact]
    public async Task A_cell_may_block_on_its_own_async_method() =>
        Assert.Equal("9", (await shared.RunWellAsync("async Task<int> Nine() { await Task.Delay(1); return 9; }\nNine().Result")).Text);

    [Fact]
    public async Task After_an_await_the_top_level_goes_on_on_the_cells_thread_and_async_methods_run_in_parallel()
    {
        const string Threads = "int first = Environment.CurrentManagedThreadId; await Task.Delay(5); await Task.Yield(); first == Environment.CurrentManagedThreadId";
        Assert.Equal("True", (await shared.RunWellAsync(Threads)).Text);
        // Each waits until both are there: on one thread that would never end.
        const string Meet = """
            var meeting = new System.Threading.Barrier(2);
            async Task<bool> Meet() { await Task.Yield(); return meeting.SignalAndWait(TimeSpan.FromSeconds(30)); }
            (await Task.WhenAll(Meet(), Meet())).All(met => met)
            """;
        Assert.Equal("True", (await shared.RunWellAsync(Meet)).Text);
    }

    [Fact]
    public async Task Input_is_asked_of_the_reader()
    {
        Assert.Equal("Ada", (await shared.RunWellAsync("Console.ReadLine()", "Ada")).Text);
        Assert.Equal("secret", (await shared.RunWellAsync("GetPassword(\"word?\")", "secret")).Text);
        Assert.Equal("null", (await shared.RunWellAsync("Console.ReadLine()")).Text);
    }

    [Fact]
    public async Task Displays_can_be_updated_and_cleared()
    {
        var output = await shared.RunWellAsync("var handle = display(1); handle.Update(2); \"**b**\".DisplayAs(\"text/markdown\"); 3.Display(); ClearOutput();");
        Assert.Equal(output.Shown[0].Id, output.Shown[1].Id);
        Assert.Equal([false, true, false, false], output.Shown.Select(shown => shown.Update));
        Assert.Equal("**b**", RecordingOutput.In(output.Shown[2].Bundle, "text/markdown"));
        Assert.Equal("clear", output.Events[^1]);
    }

    [Fact]
    public async Task What_display_gives_back_is_not_shown_again()
    {
        var output = await shared.RunWellAsync("display(7)");
        Assert.Single(output.Shown);
        Assert.Null(output.ResultBundle);
    }

    [Fact]
    public async Task Cells_are_compiled_optimised_and_debug_is_for_one_cell()
    {
        const string Ask = "class Probe# { } typeof(Probe#).Assembly.GetCustomAttributes(typeof(System.Diagnostics.DebuggableAttribute), false).OfType<System.Diagnostics.DebuggableAttribute>().Any(a => a.IsJITOptimizerDisabled)";
        Assert.Equal("False", (await shared.RunWellAsync(Ask.Replace("#", "1"))).Text);
        Assert.Equal("True", (await shared.RunWellAsync("#!debug\n" + Ask.Replace("#", "2"))).Text);
        Assert.Equal("False", (await shared.RunWellAsync(Ask.Replace("#", "3"))).Text);
    }

    [Fact]
    public async Task Source_and_compiled_form_of_a_cell_are_kept()
    {
        const string Cell = "// exercise: kept-cell\nclass KeptCell { } typeof(KeptCell).Assembly.GetName().Name";
        string name = (await shared.RunWellAsync(Cell)).Text!;
        Assert.Equal(Cell, Display.CellSources.ForExercise("kept-cell"));
        Assert.Equal(Cell, Display.CellSources.ForType("KeptCell"));
        Assert.True(Display.CellAssemblies.Find(name) is { Image.Length: > 0, Symbols.Length: > 0 });
        Assert.All(name, letter => Assert.True(char.IsAscii(letter)));
        await shared.RunAsync("// exercise: broken-cell\nclass Broken {");
        Assert.NotNull(Display.CellSources.ForExercise("broken-cell"));
    }
}

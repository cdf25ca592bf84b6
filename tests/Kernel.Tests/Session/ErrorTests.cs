using Kernel.Session;

namespace Kernel.Tests.Session;

public sealed class ErrorTests(SharedSession shared) : IClassFixture<SharedSession>
{
    [Fact]
    public async Task A_compile_error_names_its_line_and_shows_it()
    {
        var (_, error) = await shared.RunAsync("#!time\nint a = 1;\n  int b = missing + 1;\n");
        Assert.Equal(("CompilationError", 3), (error!.Name, error.Line));
        Assert.Contains("line 3: CS0103", error.Message);
        Assert.Equal("(3,11): error CS0103: The name 'missing' does not exist in the current context", error.Traceback[0]);
        Assert.Equal("      int b = missing + 1;", error.Traceback[1]);
        Assert.Equal("              ^^^^^^^", error.Traceback[2]);
        Assert.Contains("CS0103", (await shared.RunAsync("a")).Error!.Message);
    }

    [Fact]
    public async Task A_runtime_error_shows_the_cells_lines_first_and_nothing_of_the_kernel()
    {
        var (_, error) = await shared.RunAsync("""
            using System.Linq;
            int Reciprocal(int x)
            {
                return 1 / x;
            }

            new[] { 1, 0 }.Select(x => Reciprocal(x)).ToArray()
            """);
        Assert.Equal(("DivideByZeroException", 4), (error!.Name, error.Line));
        Assert.Equal("  -> line 4: return 1 / x;", error.Traceback[1]);
        Assert.Matches(@"^   at Reciprocal\(int x\) in cell \d+, line 4$", error.Traceback[2]);
        Assert.Matches(@"^   at lambda in the cell in cell \d+, line 7$", error.Traceback[3]);
        Assert.Matches(@"^   at the cell in cell \d+, line 7$", error.Traceback[4]);
        Assert.Contains(error.Traceback, line => line.Contains("ToArray", StringComparison.Ordinal));
        Assert.DoesNotContain(error.Traceback, line => line.Contains("Kernel", StringComparison.Ordinal) || line.Contains("MoveNext", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Causes_are_told_and_wrappers_are_not()
    {
        var (_, error) = await shared.RunAsync("Task.Run(() => { throw new InvalidOperationException(\"outer\", new ArgumentException(\"inner\")); }).Wait();");
        Assert.Equal("InvalidOperationException", error!.Name);
        Assert.Contains("caused by System.ArgumentException: inner", error.Traceback);
    }

    [Fact]
    public async Task Async_frames_carry_the_methods_own_name()
    {
        var (_, error) = await shared.RunAsync("async Task Late()\n{\n    await Task.Delay(1);\n    throw new TimeoutException(\"late\");\n}\nawait Late();");
        Assert.Equal(4, error!.Line);
        Assert.Contains(error.Traceback, line => line.StartsWith("   at Late() in cell", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_in_an_earlier_cells_method_names_that_cell()
    {
        await shared.RunWellAsync("\n\nvoid Fails() => throw new NotSupportedException(\"far\");");
        var (_, error) = await shared.RunAsync("Fails();");
        Assert.Equal(1, error!.Line);
        Assert.Contains(error.Traceback, line => line.EndsWith(", line 3", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("using Microsoft.DotNet.Interactive.Formatting;\nint x = 1;", "need no using here")]
    [InlineData("Formatter.Register<int>(x => \"i\", \"text/plain\");", "TypeFormatterSource")]
    [InlineData("int y = 1;\nPocketView view = null;", "HTML(text)")]
    [InlineData("await Kernel.Root.SendAsync(null);", "cells of its own")]
    [InlineData("await Kernel.GetInputAsync(\"name\")", "GetInput(prompt)")]
    public async Task Names_of_dotnet_interactive_are_explained(string cell, string instead)
    {
        var (_, error) = await shared.RunAsync(cell);
        Assert.Contains("is not part of this kernel", error!.Traceback[^1]);
        Assert.Contains(instead, error.Traceback[^1]);
    }

    [Theory]
    [InlineData("Span<int> s = new int[3];", "lives on the stack")]
    [InlineData("\"abc\".AsSpan()", "lives on the stack")]
    [InlineData("using var stream = new System.IO.MemoryStream();\nstream.Length", "write `var`")]
    public async Task What_cannot_stand_at_the_top_level_is_explained(string cell, string remedy) =>
        Assert.Contains((await shared.RunAsync(cell)).Error!.Traceback, line => line.Contains(remedy, StringComparison.Ordinal));

    [Fact]
    public async Task Stack_trace_names_the_cell_as_the_front_end_counts_it()
    {
        CellOutcome outcome = await shared.Session.RunAsync("throw new TimeoutException();", new RecordingOutput(), CancellationToken.None, number: 4711);
        Assert.Contains("   at the cell in cell 4711, line 1", outcome.Error!.Traceback);
    }
}

using Kernel.Tests.Python;

namespace Kernel.Tests.Session;

public sealed class DirectiveTests(SharedSession shared) : IClassFixture<SharedSession>, IDisposable
{
    private string Folder { get; } = Directory.CreateTempSubdirectory("directives").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public async Task An_import_runs_a_file_with_its_own_references_and_imports()
    {
        Write("inner/deep.csx", "int deep = 5;");
        string outer = Write("outer.csx", $"#r \"{typeof(Course.Images.Plane<byte>).Assembly.Location}\"\n#!import inner/deep.csx\nusing Course.Images;\nint Deeper() => deep + 1;");
        Assert.Equal("6", (await shared.RunWellAsync($"#!import {outer}\nDeeper()")).Text);
        Assert.Equal("12", (await shared.RunWellAsync("new Plane<byte>(3, 4).Span.Length")).Text);
    }

    [Fact]
    public async Task Script_files_can_be_loaded_as_C_sharp_scripts_do_and_framework_references_are_there_already()
    {
        Assert.Equal("4", (await shared.RunWellAsync($"#load \"{Write("loaded.csx", "int loaded = 4;")}\"\nloaded")).Text);
        Assert.Equal("5", (await shared.RunWellAsync("#r \"System.Xml\"\n#r \"System.Net.Http.dll\"\n5")).Text);
    }

    [Fact]
    public async Task Import_errors_name_the_file()
    {
        var (_, missing) = await shared.RunAsync("\n#!import no-such.csx");
        Assert.Equal(2, missing!.Line);
        Assert.Contains("no file no-such.csx", missing.Message);
        var (_, broken) = await shared.RunAsync($"#!import {Write("broken.csx", "\n\nint x = ;")}");
        Assert.StartsWith("broken.csx: line 3: CS1525", broken!.Message);
        Assert.Contains("only .cs and .csx", (await shared.RunAsync($"#!import {Write("other.ipynb", "{}")}")).Error!.Message);
        string itself = Path.Combine(Folder, "itself.csx");
        Write("itself.csx", $"#!import {itself}");
        Assert.Contains("imports itself", (await shared.RunAsync($"#!import {itself}")).Error!.Message);
    }

    [Fact]
    public async Task References_are_copies_and_share_the_kernels_display()
    {
        string library = typeof(Course.Images.Plane<byte>).Assembly.Location;
        string copy = Path.Combine(Folder, "Course.dll");
        File.Copy(library, copy, overwrite: true);
        File.Copy(Path.Combine(Path.GetDirectoryName(library)!, "Display.dll"), Path.Combine(Folder, "Display.dll"), overwrite: true);
        await using var session = new Kernel.Session.CSharpSession();
        var output = new RecordingOutput();
        var outcome = await session.RunAsync($"#r \"{copy}\"\ntypeof(Course.Images.Plane<byte>).Assembly.Location", output, default);
        Assert.True(outcome.Ok);
        Assert.NotEqual(copy, output.Text);
        File.WriteAllBytes(copy, [.. File.ReadAllBytes(copy), 0]);
        var again = new RecordingOutput();
        await session.RunAsync($"#r \"{copy}\"\nobject.ReferenceEquals(typeof(Display.MimeBundle).Assembly, AppDomain.CurrentDomain.GetAssemblies().First(a => a.GetName().Name == \"Display\"))", again, default);
        Assert.Equal("True", again.Text);
        Assert.Contains("restart the kernel", again.Error);
    }

    [Theory]
    [InlineData("#r \"no-such.dll\"", "no file no-such.dll")]
    [InlineData("#!fsharp\nlet x = 1", "not supported by this kernel; this kernel runs C#, Python")]
    [InlineData("#!sql-adventure", "not a directive of this kernel; #!help")]
    [InlineData("#!connect mssql --kernel-name sql", "'mssql' cannot be connected")]
    [InlineData("#!share nothing --from csharp", "no C# variable nothing")]
    [InlineData("#!share x --from fsharp", "no kernel fsharp")]
    [InlineData("#!share", "which variable")]
    [InlineData("#r \"nuget: Bad<Name>, 1\"", "is no package")]
    [InlineData("#r \"nuget: \"", "is no package")]
    [InlineData("#i \"somewhere\"", "#i \"nuget: source\"")]
    public async Task What_cannot_be_done_says_so_by_name(string cell, string part)
    {
        var (_, error) = await shared.RunAsync(cell);
        Assert.Equal("DirectiveError", error!.Name);
        Assert.Contains(part, error.Message);
    }

    [Fact]
    public async Task Not_an_assembly_is_told() =>
        Assert.Contains("not a .NET assembly", (await shared.RunAsync($"#r \"{Write("text.dll", "text")}\"")).Error!.Message);

    [Theory]
    [InlineData("#!html\n<b>x</b>", "text/html", "<b>x</b>")]
    [InlineData("#!markdown\n# T", "text/markdown", "# T")]
    [InlineData("#!javascript\nalert(1)", "application/javascript", "alert(1)")]
    [InlineData("#!mermaid\ngraph LR", "text/markdown", "```mermaid\ngraph LR\n```")]
    public async Task Page_parts_are_shown_as_they_are(string cell, string mimeType, string content) =>
        Assert.Equal(content, RecordingOutput.In((await shared.RunWellAsync(cell)).Shown[0].Bundle, mimeType));

    [Fact]
    public async Task Several_languages_in_one_cell_run_in_order()
    {
        var output = await shared.RunWellAsync("int many = 1;\n#!markdown\n# T\n#!csharp\nmany + 1\n");
        Assert.Equal(["display", "result"], output.Events);
        Assert.Equal("2", output.Text);
    }

    [Fact]
    public async Task Time_help_about_and_variables_are_told()
    {
        Assert.Contains("Wall time", RecordingOutput.In((await shared.RunWellAsync("#!time\nint timed = 3;")).Shown[0].Bundle, "text/plain"));
        Assert.Contains("timed  int", (RecordingOutput.In((await shared.RunWellAsync("#!whos")).Shown[0].Bundle, "text/plain") ?? "").Replace("   ", "  "));
        Assert.Contains("timed", RecordingOutput.In((await shared.RunWellAsync("#!who")).Shown[0].Bundle, "text/plain"));
        Assert.Contains("optimised", RecordingOutput.In((await shared.RunWellAsync("#!about")).Shown[0].Bundle, "text/plain"));
        Assert.Contains("#!share", RecordingOutput.In((await shared.RunWellAsync("#!help")).Shown[0].Bundle, "text/plain"));
    }

    [Fact]
    public async Task Reset_forgets()
    {
        await using var session = new Kernel.Session.CSharpSession();
        await session.RunAsync("int gone = 1;", new RecordingOutput(), default);
        Assert.True((await session.RunAsync("#!reset", new RecordingOutput(), default)).Ok);
        Assert.Contains("CS0103", (await session.RunAsync("gone", new RecordingOutput(), default)).Error!.Message);
    }

    [Fact]
    public async Task A_shebang_is_no_directive() =>
        Assert.Equal("1", (await shared.RunWellAsync("#!/usr/bin/env dotnet\n1")).Text);

    [SkippableFact]
    public async Task Values_cross_between_the_languages()
    {
        PythonProcessTests.Require();
        await shared.RunWellAsync("#!connect jupyter --kernel-name py --kernel-spec python3");
        Assert.Equal("[2, 4]", (await shared.RunWellAsync("#!py\nshared = [2, 4]\nword = 'hi'\nshared")).Text);
        Assert.Equal("6", (await shared.RunWellAsync("#!share shared --from py\nint Sum(int[] values) => values.Sum();\nSum(shared)")).Text);
        Assert.Equal("hi!", (await shared.RunWellAsync("#!share word --from python --as other\nother + \"!\"")).Text);
        await shared.RunWellAsync("double half = 0.5; var pixels = new byte[] { 1, 2, 3 };");
        Assert.Equal("(0.5, 6)", (await shared.RunWellAsync("#!python\n#!share --from csharp half\n#!share pixels --from csharp\n(half, int(sum(pixels)))")).Text);
        Assert.Equal("0.5", (await shared.RunWellAsync("#!set --name y --value @python:half\ny")).Text);
    }

    [SkippableFact]
    public async Task Python_errors_count_lines_as_the_cell_does()
    {
        PythonProcessTests.Require();
        var (output, error) = await shared.RunAsync("#!python\n#!note\nprint('before')\n1/0");
        Assert.Equal(("ZeroDivisionError", "division by zero", 4), (error!.Name, error.Message, error.Line));
        Assert.Equal("before\n", output.Out);
    }
}

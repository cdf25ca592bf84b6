namespace Notebooks.Tests.Running;

/// <summary><c>course run</c> over a small course of its own: good, failing, crashing and endless notebooks.</summary>
public sealed class RunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-run-").FullName;

    public RunTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "lib"));
        File.WriteAllText(Path.Combine(_folder, "lib", "course.csx"), "using System.IO;\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Runs_every_notebook_and_names_what_failed()
    {
        Save("01-good", "#!import ../lib/course.csx", "int a = 20;", "a + 1");
        Save("02-fails", "int b = 1;", "// two\nthrow new InvalidOperationException(\"on purpose\");", "b");
        Save("03-crashes", "Environment.Exit(3);");
        Save("05-exercise", "// exercise: some-id\nthis is not C#");
        Save("06-optional", "// optional: it takes an hour\nthis is not C#");

        (int exit, string output) = CourseCommand.Run(_folder, "run", "--no-ladder");

        Assert.Equal(1, exit);
        Assert.Contains("FAILED 02-fails, cell 2, line 2: InvalidOperationException: on purpose", output);
        Assert.Contains("FAILED 03-crashes, cell 1", output);
        Assert.DoesNotContain("FAILED 01-good", output);
        Assert.DoesNotContain("FAILED 05-exercise", output);
        Assert.Equal("21", Executed("01-good").Cells[2].Outputs[0].Bundle.Data["text/plain"].GetValue<string>());
        Assert.Equal("1", Executed("02-fails").Cells[2].Outputs[0].Bundle.Data["text/plain"].GetValue<string>());
        Assert.Contains("Yours to do", Executed("05-exercise").Cells[0].Outputs[0].Bundle.Data["text/plain"].GetValue<string>());
        Assert.Equal("Optional and not run here: it takes an hour. Run the notebook yourself to see it.",
            Executed("06-optional").Cells[0].Outputs[0].Bundle.Data["text/plain"].GetValue<string>());
        foreach (string page in new[] { "index.html", "01-good.html", "02-fails.html" })
            Assert.True(File.Exists(Path.Combine(_folder, "out", "book", page)), page);
    }

    [Fact]
    public void A_notebook_without_end_is_stopped_at_the_limit()
    {
        Save("04-hangs", "while (true) ;");
        (int exit, string output) = CourseCommand.Run(_folder, "run", "--time-limit", "5", "--no-ladder");
        Assert.Equal(1, exit);
        Assert.Contains("FAILED 04-hangs, cell 1", output);
    }

    [Fact]
    public void A_name_that_fits_nothing_lists_the_notebooks()
    {
        Save("01-good", "1");
        (int exit, string output) = CourseCommand.Run(_folder, "run", "77");
        Assert.Equal(1, exit);
        Assert.Contains("There is no notebook '77'. The notebooks are: 01-good.", output);
    }

    [Fact]
    public void A_broken_notebook_file_is_reported_and_the_rest_still_runs()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "notebooks"));
        File.WriteAllText(Path.Combine(_folder, "notebooks", "00-broken.ipynb"), "{ not json");
        Save("01-good", "1");
        (int exit, string output) = CourseCommand.Run(_folder, "run", "--no-ladder");
        Assert.Equal(1, exit);
        Assert.Contains("FAILED 00-broken: NotebookFormatException", output);
        Assert.True(File.Exists(Path.Combine(_folder, "out", "notebooks", "01-good.ipynb")));
    }

    private void Save(string name, params string[] cells)
    {
        Notebook notebook = Notebook.Parse(Sample.Json([.. cells.Select((source, i) => Sample.Code($"cell{i}", source))]));
        notebook.Write(Path.Combine(_folder, "notebooks", name + ".ipynb"));
    }

    private Notebook Executed(string name) => Notebook.Read(Path.Combine(_folder, "out", "notebooks", name + ".ipynb"));
}

using System.Diagnostics;
using Course.Exercises.Files;
using Grading.Submissions;

namespace Grading.Tests.Submissions;

/// <summary>An answer is found whatever else a learner, a tool or a merge left in the folder.</summary>
public sealed class DamagedSubmissionTests : IDisposable
{
    private const string Id = "lru-cache", Answer = "static class CachePlayer { }";
    private readonly string _folder = Directory.CreateTempSubdirectory("course-submissions").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("""{"cells":[CELL,CELL],"metadata":{},"nbformat":4,"nbformat_minor":5}""")]
    [InlineData("""{"cells":[null,7,{"cell_type":"code"},CELL],"nbformat":5}""")]
    [InlineData("""{"cells":[{"cell_type":"code","source":"// exercise: lru-cache\nclass Old { }"},CELL,{"cell_type":"code","source":["// exercise: lru-cache\n"]}],}""")]
    [InlineData("""{"cells":[CELL],"cells":[CELL]}""")]
    public void A_damaged_notebook_still_holds_its_answers(string notebook) =>
        Assert.Contains(Answer, Read("n.ipynb", notebook.Replace("CELL", """{"cell_type":"code","id":"a","outputs":[{"output_type":"odd"}],"source":["#!csharp\n","// exercise: lru-cache\n","static class CachePlayer { }"]}""")));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"cells":7}""")]
    [InlineData("""{"cells":[{"cell_type":"code","source":"// exercise: lru-cache\n\ud800"}]}""")]
    public void What_is_no_notebook_is_no_answer(string notebook) => Assert.Null(Read("n.ipynb", notebook));

    [Theory]
    [InlineData("// exercise: lru-cache\n", Id)]
    [InlineData("\uFEFF\r\n  //Exercise = LRU-Cache, at last\r\n", Id)]
    [InlineData("#!csharp\n\n/// exercise lru-cache\n", Id)]
    [InlineData("// exercise\nstatic", null)]
    [InlineData("// exercise:\nusing System;", null)]
    [InlineData("#!python\n// exercise: lru-cache\n", null)]
    public void The_first_line_names_the_exercise(string source, string? id) => Assert.Equal(id, ExerciseCells.IdOf(source));

    [Theory]
    [InlineData("// exercise")]
    [InlineData("//")]
    [InlineData("")]
    public void Megabytes_of_spaces_are_read_once(string first)
    {
        string source = first + new string(' ', 2 << 20) + new string('/', 2 << 20) + new string('\n', 2 << 20);
        var clock = Stopwatch.StartNew();
        Assert.Null(ExerciseCells.IdOf(source));
        // Read again from every place, they would take hours.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_starter_never_stands_in_the_place_of_an_answer()
    {
        Write("ada/answers/lru-cache.cs", Answer);
        Write("ada/later/starter.cs", ExerciseFolder.Find(Repository.Notebooks, Id).Starter.ReplaceLineEndings("\r\n"));
        Submission read = Assert.Single(Read());
        Assert.Equal((Answer, ""), (read.Source, read.Remark));
    }

    [SkippableFact]
    public void A_name_that_is_no_text_stops_nobody()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Other systems make no such files.");
        Write("ada/lru-cache.cs", Answer);
        Run("mkdir \"$(printf 'c\\377')\"");
        IReadOnlyList<Submission> read = Read();
        Run("rmdir c*");
        Assert.Equal([Answer, null], read.Select(each => each.Source));
        Assert.Contains("could not be read", read[1].Remark);
    }

    private void Run(string script)
    {
        using Process process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = _folder })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private string? Read(string name, string content)
    {
        Write("ada/" + name, content);
        return Assert.Single(Read()).Source;
    }

    private IReadOnlyList<Submission> Read() => SubmissionFolder.Read(_folder, [Id, Id], Repository.Notebooks);

    private void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, path))!);
        File.WriteAllText(Path.Combine(_folder, path), content);
    }
}

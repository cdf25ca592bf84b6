using System.Diagnostics;
using Grading.Submissions;

namespace Grading.Tests.Submissions;

public sealed class SubmissionFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-submissions").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Of_a_clone_only_the_notebooks_count()
    {
        Write("ada/repository/lib/course.csx", "//");
        Write("ada/repository/notebooks/03-the-memory-hierarchy.ipynb", Notebook("lru-cache", "class Mine { }"));
        Write("ada/repository/notebooks/exercises/lru-cache/Starter.cs", "// exercise: lru-cache\nclass Starter { }");
        Write("ada/repository/out/notebooks/03-the-memory-hierarchy.ipynb", Notebook("lru-cache", "class Old { }"));
        Submission read = Assert.Single(SubmissionFolder.Read(_folder, ["lru-cache"], Repository.Notebooks));
        Assert.Contains("class Mine", read.Source);
        Assert.Empty(read.Remark);
    }

    [Fact]
    public void Checkpoints_and_build_outputs_are_no_answers()
    {
        Write("ada/a.ipynb", Notebook("lru-cache", "class Mine { }"));
        Write("ada/.ipynb_checkpoints/a-checkpoint.ipynb", Notebook("lru-cache", "class Old { }"));
        Write("ada/obj/lru-cache.cs", "class Built { }");
        Submission read = Assert.Single(SubmissionFolder.Read(_folder, ["lru-cache"], Repository.Notebooks));
        Assert.Contains("class Mine", read.Source);
        Assert.Empty(read.Remark);
    }

    [Fact]
    public void A_mistyped_id_is_named_where_the_answer_is_missing()
    {
        Write("ada/a.cs", "// exercise: lru-cahce\nclass Mine { }");
        Write("ada/set-lookup.cs", "class There { }");
        var read = SubmissionFolder.Read(_folder, ["lru-cache", "set-lookup"], Repository.Notebooks);
        Assert.Null(read[0].Source);
        Assert.Contains("a.cs: there is no exercise 'lru-cahce'", read[0].Remark);
        Assert.Empty(read[1].Remark);
    }

    [SkippableFact]
    public void A_named_pipe_stops_nothing()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Named pipes are made by Linux's mkfifo here.");
        Directory.CreateDirectory(Path.Combine(_folder, "ada"));
        Process.Start("mkfifo", [Path.Combine(_folder, "ada", "lru-cache.cs")]).WaitForExit();
        Submission read = Assert.Single(SubmissionFolder.Read(_folder, ["lru-cache"], Repository.Notebooks));
        Assert.Null(read.Source);
        Assert.Contains("is empty", read.Remark);
    }

    private static string Notebook(string id, string source) =>
        $$$"""{"cells":[{"cell_type":"code","execution_count":null,"id":"a","metadata":{},"outputs":[],"source":"// exercise: {{{id}}}\n{{{source}}}"}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";

    private void Write(string path, string text)
    {
        string file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}

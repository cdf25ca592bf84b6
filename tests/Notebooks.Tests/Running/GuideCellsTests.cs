using Course.Widgets;

namespace Notebooks.Tests.Running;

/// <summary>Every cell that the decision guide hands out runs as it stands in the real kernel.</summary>
public sealed class GuideCellsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-guide-").FullName;

    public void Dispose()
    {
        Directory.Delete(Path.Combine(_folder, "lib")); // the link, not what it leads to
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Every_cell_of_the_guide_runs()
    {
        Directory.CreateSymbolicLink(Path.Combine(_folder, "lib"), Path.Combine(Root(), "lib"));
        string[] cells = ["#!import ../lib/course.csx", .. CourseTools.Start.Tools().Select(path => path.Tool.Cell)];
        Notebook.Parse(Sample.Json([.. cells.Select((source, i) => Sample.Code($"cell{i}", source))])).Write(Path.Combine(_folder, "notebooks", "01-guide.ipynb"));

        (int exit, string output) = CourseCommand.Run(_folder, "run", "--no-ladder");

        Assert.True(exit == 0, output);
        Notebook executed = Notebook.Read(Path.Combine(_folder, "out", "notebooks", "01-guide.ipynb"));
        Assert.All(executed.Cells, cell => Assert.NotEmpty(cell.Outputs));
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Course.sln"))) folder = folder.Parent;
        return folder!.FullName;
    }
}

using Notebooks;

namespace Notebooks.Tests;

public sealed class HygieneTests
{
    public static TheoryData<string> Shipped()
    {
        var files = new TheoryData<string> { "" };
        string folder = Path.Combine(Sample.Root, "notebooks");
        if (Directory.Exists(folder))
            foreach (string path in Directory.GetFiles(folder, "*.ipynb").Order(StringComparer.Ordinal)) files.Add(Path.GetFileName(path));
        return files;
    }

    /// <summary>The empty name stands for the notebook of the tests, so that the theory also runs before there is any other.</summary>
    [Theory]
    [MemberData(nameof(Shipped))]
    public void Notebooks_are_clean(string file)
    {
        Notebook notebook = file == "" ? Sample.Clean() : Notebook.Read(Path.Combine(Sample.Root, "notebooks", file));
        Assert.Empty(NotebookHygiene.Check(file, notebook));
        Assert.Equal(notebook.ToString(), Notebook.Parse(notebook.ToString()).ToString());
    }

    [Fact]
    public void Each_broken_rule_is_found()
    {
        Notebook notebook = Notebook.Parse(Sample.Json(
            Sample.Code("a", string.Join('\n', Enumerable.Repeat("x++;", 16))),
            Sample.Code("b", "// exercise: blur\n" + string.Join('\n', Enumerable.Repeat("x++;", 20))),
            Sample.Code("c", "Photo.Load(\"/home/ada/cat.png\")"),
            Sample.Prose("d", "see C:\\Users\\ada")).Replace(".net-csharp", "python3"));
        notebook.Cells[2].ExecutionCount = 1;
        notebook.Cells[2].AddStream("stdout", "x");
        string[] expected =
        [
            "n.ipynb: metadata kernelspec.name is \"python3\", not \".net-csharp\"",
            "n.ipynb: no heading '# …' to name it by",
            "n.ipynb: no line that states the minutes, such as '*20 minutes*'",
            "n.ipynb: 3 code cells but 1 of prose; each code cell needs one",
            "n.ipynb, cell 1: the first code cell is exactly '#!import ../lib/course.csx'",
            "n.ipynb, cell 1: has 16 lines; a cell has at most 15",
            "n.ipynb, cell 2: has 21 lines; an exercise has at most 20",
            "n.ipynb, cell 3: names a folder of one machine: /home/ada/cat.png",
            "n.ipynb, cell 3: has an execution count; clear the outputs before committing",
            "n.ipynb, cell 3: has outputs; clear them before committing",
            "n.ipynb, cell 4: names a folder of one machine: C:\\Users\\ada",
        ];
        Assert.Equal(expected, NotebookHygiene.Check("n.ipynb", notebook).Select(finding => finding.ToString()));
    }
}

using Course.Patterns;

namespace Notebooks.Tests;

/// <summary>The Python text that a notebook shows is the one the library times.</summary>
public class PythonTextTests
{
    [Fact]
    public void Notebook_1_shows_the_blur_that_is_timed()
    {
        Notebook notebook = Notebook.Read(Path.Combine(Sample.Root, "notebooks", "01-a-slow-blur.ipynb"));
        NotebookCell cell = Assert.Single(notebook.Cells, cell => cell.Source.Contains("def blur(image):"));
        Assert.Equal("#!python\n" + PythonBlur.Source.TrimEnd(), cell.Source.TrimEnd());
    }
}

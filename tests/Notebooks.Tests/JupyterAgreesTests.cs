using System.Diagnostics;
using Display;
using Notebooks;

namespace Notebooks.Tests;

/// <summary>Python's own nbformat, where it is installed, is the judge of what this library writes.</summary>
public sealed class JupyterAgreesTests
{
    private const string Script = """
        import sys, nbformat
        path = sys.argv[1]
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        nbformat.write(notebook, path + ".python")
        """;

    [SkippableFact]
    public void Python_validates_the_file_and_writes_the_same_bytes()
    {
        string? python = new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(HasNbformat);
        if (python is null && Environment.GetEnvironmentVariable("COURSE_REQUIRE_ALL") == "1") Assert.Fail("python3 with nbformat is required here.");
        Skip.If(python is null, "python3 with nbformat is not installed (apt-get install jupyter-notebook).");

        Notebook notebook = Sample.Clean();
        foreach (NotebookCell each in notebook.Cells) each.Source += "\n";
        NotebookCell cell = notebook.Cells[3];
        cell.ExecutionCount = 1;
        cell.AddStream("stdout", "häh \"quoted\" \\ tab\t bell\a 📷\nlast");
        cell.AddDisplay(new MimeBundle().AddPng([1, 2, 3]).Add("text/html", "<b>1</b>\n<i>2</i>").Add("image/svg+xml", "<svg>\n</svg>")
            .Add("application/vnd.plotly.v1+json", """{"data": [{"x": [1, 2.5]}], "layout": {}}""").Add("text/plain", ""));
        cell.AddResult(MimeBundle.Text("2"));
        cell.AddError("E", "message", ["one", "two"]);
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "one.ipynb");
        notebook.Write(path);

        (int code, string errors) = Run(python!, Script, path);
        Assert.True(code == 0, errors);
        Assert.Equal(File.ReadAllText(path), File.ReadAllText(path + ".python"));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private static bool HasNbformat(string python)
    {
        try
        {
            return Run(python, "import nbformat", "").Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static (int Code, string Errors) Run(string python, string script, string argument)
    {
        var start = new ProcessStartInfo(python) { RedirectStandardError = true, ArgumentList = { "-c", script, argument } };
        using Process process = Process.Start(start)!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }
}

using System.Text.Json.Nodes;

namespace Kernel.Tests.Jupyter;

/// <summary>The kernel under the programs that people use it with.</summary>
public sealed class JupyterTests(Jupyter jupyter) : IClassFixture<Jupyter>
{
    [SkippableFact]
    public void Kernel_test_suite_of_Jupyter_passes()
    {
        jupyter.Require("jupyter_kernel_test", "python3-jupyter-kernel-test");
        Passes("/usr/bin/python3", Path.Combine(Jupyter.Scripts, "suite.py"));
    }

    [SkippableFact]
    public void Client_library_of_Jupyter_agrees()
    {
        jupyter.Require("jupyter_client", "python3-jupyter-client");
        Passes("/usr/bin/python3", Path.Combine(Jupyter.Scripts, "clients.py"));
    }

    public static TheoryData<string> Notebooks() =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal).Take(3).Select(path => Path.GetFileName(path))];

    [SkippableTheory]
    [MemberData(nameof(Notebooks))]
    public void Nbconvert_executes_the_notebook(string name)
    {
        jupyter.Require("nbconvert", "jupyter-nbconvert");
        Passes("/usr/bin/python3", "-m", "nbconvert", "--execute", "--to", "notebook", "--ExecutePreprocessor.timeout=200",
            "--output-dir", jupyter.Home, Path.Combine(Root, "notebooks", name));

        JsonArray cells = JsonNode.Parse(File.ReadAllText(Path.Combine(jupyter.Home, name)))!["cells"]!.AsArray();
        JsonNode[] code = [.. cells.Where(cell => cell!["cell_type"]!.GetValue<string>() == "code").Select(cell => cell!)];
        Assert.Equal(Enumerable.Range(1, code.Length), code.Select(cell => cell["execution_count"]!.GetValue<int>()));
        Assert.Contains(code, cell => cell["outputs"]!.AsArray().Any(output => output!["data"]?["image/png"] is not null || output["data"]?["text/html"] is not null));
    }

    [SkippableFact]
    public void Notebook_made_for_dotnet_interactive_runs_unchanged()
    {
        jupyter.Require("nbconvert", "jupyter-nbconvert");
        Passes("/usr/bin/python3", "-m", "nbconvert", "--execute", "--to", "notebook", "--output-dir", jupyter.Home,
            Path.Combine(Jupyter.Scripts, "dotnet-interactive.ipynb"));
        string ran = File.ReadAllText(Path.Combine(jupyter.Home, "dotnet-interactive.ipynb"));
        Assert.Contains("Account 1234567890 was created for Kendra", ran);
        Assert.Contains("Wall time", ran);
        Assert.Contains("[apple, orange, coconut]", ran);
    }

    [SkippableFact]
    public void Node_client_with_the_package_that_VS_Code_uses_runs_a_cell()
    {
        string folder = Path.Combine(Jupyter.Scripts, "node");
        bool installed = Directory.Exists(Path.Combine(folder, "node_modules", "zeromq")) || Enumerable.Range(0, 3).Any(_ => jupyter.Runs("npm", "ci", "--prefix", folder));
        Jupyter.Missing(!installed, "Node's zeromq is not there; npm ci --prefix tests/Kernel.Tests/Jupyter/node.");
        string output = Passes("node", Path.Combine(folder, "run-cell.mjs"), "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "course-kernel.dll"));
        Assert.Contains("execute_result 42", output);
    }

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Jupyter.Scripts, "..", "..", ".."));

    private string Passes(string program, params string[] arguments)
    {
        (int code, string output) = jupyter.Run(program, arguments);
        Assert.True(code == 0, output);
        return output;
    }
}

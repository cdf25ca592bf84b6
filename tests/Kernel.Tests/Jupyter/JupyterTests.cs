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

    [SkippableFact]
    public void Nbconvert_executes_a_notebook()
    {
        jupyter.Require("nbconvert", "jupyter-nbconvert");
        JsonObject Cell(string source) => new()
        {
            ["cell_type"] = "code",
            ["id"] = $"c{source.Length}",
            ["metadata"] = new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["execution_count"] = null,
            ["source"] = source,
        };
        JsonObject notebook = new()
        {
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject { ["name"] = ".net-csharp", ["display_name"] = ".NET (C#)", ["language"] = "C#" },
            },
            ["cells"] = new JsonArray(Cell("int six = 6;"), Cell("six * 7"), Cell("Console.WriteLine($\"{six} again\");")),
        };
        string path = Path.Combine(jupyter.Home, "three-cells.ipynb");
        File.WriteAllText(path, notebook.ToJsonString());

        Passes("/usr/bin/python3", "-m", "nbconvert", "--execute", "--to", "notebook", "--output", "executed.ipynb", path);

        JsonArray cells = JsonNode.Parse(File.ReadAllText(Path.Combine(jupyter.Home, "executed.ipynb")))!["cells"]!.AsArray();
        Assert.Equal("42", Text(cells[1]!["outputs"]![0]!["data"]!["text/plain"]!));
        Assert.Equal("6 again\n", Text(cells[2]!["outputs"]![0]!["text"]!));
    }

    [SkippableFact]
    public void Node_client_with_the_package_that_VS_Code_uses_runs_a_cell()
    {
        string folder = Path.Combine(Jupyter.Scripts, "node");
        bool installed = Directory.Exists(Path.Combine(folder, "node_modules", "zeromq")) || jupyter.Runs("npm", "ci", "--prefix", folder);
        Jupyter.Missing(!installed, "Node's zeromq is not there; npm ci --prefix tests/Kernel.Tests/Jupyter/node.");
        string output = Passes("node", Path.Combine(folder, "run-cell.mjs"), "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "course-kernel.dll"));
        Assert.Contains("execute_result 42", output);
    }

    private string Passes(string program, params string[] arguments)
    {
        (int code, string output) = jupyter.Run(program, arguments);
        Assert.True(code == 0, output);
        return output;
    }

    private static string Text(JsonNode node) => node is JsonArray lines ? string.Concat(lines.Select(line => line!.GetValue<string>())) : node.GetValue<string>();
}

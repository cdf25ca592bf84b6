using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Browser.Tests;

/// <summary>Debian's Jupyter Notebook server, which knows this build's kernel and none of the user's settings.</summary>
public sealed class NotebookServer : IAsyncLifetime
{
    private const string Program = "/usr/bin/jupyter-notebook";
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("notebook-");
    private readonly int _port = FreePort();
    private Process? _process;
    private int _notebooks;

    public bool Installed => _process is not null;

    public async Task InitializeAsync()
    {
        if (!File.Exists(Program)) return;
        WriteKernelSpec();
        ProcessStartInfo start = new("/usr/bin/python3", [Program, "--no-browser", "--allow-root", $"--port={_port}", "--NotebookApp.token=", $"--notebook-dir={_home.FullName}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string variable in new[] { "JUPYTER_PATH", "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "HOME" }) start.Environment[variable] = _home.FullName;
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(_home.FullName, "runtime");
        start.Environment["DOTNET_CLI_HOME"] = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        using HttpClient client = new();
        for (Stopwatch waiting = Stopwatch.StartNew(); waiting.Elapsed < StartLimit; await Task.Delay(100))
        {
            try
            {
                if ((await client.GetAsync($"http://127.0.0.1:{_port}/api")).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException("Jupyter Notebook did not start.");
    }

    public Task DisposeAsync()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _home.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Writes a notebook of one empty cell and gives its address.</summary>
    public async Task<string> NewNotebookAsync()
    {
        string name = $"try-{++_notebooks}.ipynb";
        await File.WriteAllTextAsync(Path.Combine(_home.FullName, name), """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": ".net-csharp", "display_name": ".NET (C#)", "language": "C#"}},
             "cells": [{"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "execution_count": null, "source": ""}]}
            """);
        return $"http://127.0.0.1:{_port}/notebooks/{name}";
    }

    private void WriteKernelSpec()
    {
        JsonObject spec = new()
        {
            ["argv"] = new JsonArray("dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "course-kernel.dll"), "--connection", "{connection_file}"),
            ["display_name"] = "C# (optimised)",
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
        };
        string folder = Path.Combine(_home.FullName, "kernels", ".net-csharp");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), spec.ToJsonString());
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

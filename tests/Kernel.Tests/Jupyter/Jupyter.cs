using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Kernel.Tests.Jupyter;

/// <summary>Debian's Jupyter, seeing only this build's kernel and none of the user's settings.</summary>
public sealed class Jupyter : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("jupyter-");

    public Jupyter()
    {
        JsonObject spec = new()
        {
            ["argv"] = new JsonArray("dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "course-kernel.dll"), "--connection", "{connection_file}"),
            ["display_name"] = "C# (course)",
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
        };
        string directory = Path.Combine(_home.FullName, "kernels", ".net-csharp");
        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, "kernel.json"), spec.ToJsonString());
    }

    /// <summary>The scripts beside this file.</summary>
    public static string Scripts { get; } = SourceFolder();

    public string Home => _home.FullName;

    /// <summary>Skips the test with a sentence where Python lacks a module; fails where everything is required.</summary>
    public void Require(string module, string package) =>
        Missing(!Runs("/usr/bin/python3", "-c", $"import {module}"), $"/usr/bin/python3 has no {module}; apt-get install {package}.");

    /// <summary>Whether the program exists and succeeds.</summary>
    public bool Runs(string program, params string[] arguments)
    {
        try
        {
            return Run(program, arguments).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    public static void Missing(bool missing, string sentence)
    {
        if (missing && Environment.GetEnvironmentVariable("COURSE_REQUIRE_ALL") == "1") Assert.Fail(sentence);
        Skip.If(missing, sentence);
    }

    public (int Code, string Output) Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Home,
        };
        foreach (string variable in new[] { "JUPYTER_PATH", "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR", "HOME" }) start.Environment[variable] = Home;
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(Home, "runtime");
        // The runtime and its packages are found through the real home otherwise.
        start.Environment["DOTNET_CLI_HOME"] = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"did not end within {Limit}\n{output.Result}{errors.Result}");
        }

        return (process.ExitCode, output.Result + errors.Result);
    }

    public void Dispose() => _home.Delete(recursive: true);

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

using System.Diagnostics;

namespace Course.Tests;

/// <summary>A python3 of this machine to compare with. A test that needs it skips where it is missing, and fails where it must not be.</summary>
internal static class PythonPeer
{
    /// <summary>Runs a script with one argument and returns what it prints; a failed script fails the test.</summary>
    /// <param name="script">Python source.</param>
    /// <param name="modules">What the script imports beyond Python itself, e.g. "PIL, numpy".</param>
    /// <param name="argument">Its <c>sys.argv[1]</c>.</param>
    public static string Run(string script, string modules = "sys", string argument = "")
    {
        // Debian's own first: another python3 may come before it on the path without its modules.
        string? python = new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(python => Start(python, $"import {modules}").ExitCode == 0);
        string missing = $"No python3 here imports {modules}.";
        if (python is null && Environment.GetEnvironmentVariable("COURSE_REQUIRE_ALL") == "1") Assert.Fail(missing);
        Skip.If(python is null, missing);
        var (exitCode, output, error) = Start(python!, script, argument);
        Assert.True(exitCode == 0, error);
        return output;
    }

    private static (int ExitCode, string Output, string Error) Start(string python, params string[] arguments)
    {
        var start = new ProcessStartInfo(python, ["-c", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output.Result, error);
        }
        catch (System.ComponentModel.Win32Exception notFound)
        {
            return (-1, "", notFound.Message);
        }
    }
}

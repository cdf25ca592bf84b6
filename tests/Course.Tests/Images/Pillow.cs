using System.Diagnostics;

namespace Course.Tests.Images;

/// <summary>The imaging library that our files are exchanged with, in a python3 process.</summary>
internal static class Pillow
{
    private static readonly string? _python = new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(python => Start(python, "import PIL, numpy").ExitCode == 0);

    /// <summary>Runs a script with one argument; skips the test where Pillow is missing, and fails it where it must not be.</summary>
    public static void Run(string script, string argument)
    {
        if (_python is null && Environment.GetEnvironmentVariable("COURSE_REQUIRE_ALL") == "1") Assert.Fail("python3 with Pillow and NumPy is required here.");
        Skip.If(_python is null, "python3 with Pillow and NumPy is not installed (Debian: python3-pil python3-numpy).");
        var (exitCode, output) = Start(_python!, script, argument);
        Assert.True(exitCode == 0, output);
    }

    private static (int ExitCode, string Output) Start(string python, params string[] arguments)
    {
        var start = new ProcessStartInfo(python, ["-c", .. arguments]) { RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            string output = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (-1, missing.Message);
        }
    }
}

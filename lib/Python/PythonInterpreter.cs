using System.ComponentModel;
using System.Diagnostics;

namespace Python;

/// <summary>A python3 on this machine.</summary>
/// <param name="Path">Its program.</param>
/// <param name="Version">As "3.11.2".</param>
/// <param name="HasNumpy">Whether it can import numpy.</param>
public sealed record PythonInterpreter(string Path, string Version, bool HasNumpy)
{
    private const string Question =
        "import sys, importlib.util as u; assert sys.version_info >= (3, 8); print(sys.version.split()[0], u.find_spec('numpy') is not None)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly Lazy<PythonInterpreter?> Best = new(() => Choose(Candidates()));

    /// <summary>
    /// The one to use: <c>COURSE_PYTHON</c> if set, else the first with numpy of /usr/bin/python3 (where Linux distributions put
    /// their packages), PATH's python3 and PATH's python, else the first at all. Null where there is none.
    /// </summary>
    public static PythonInterpreter? Find() => Best.Value;

    internal static PythonInterpreter? Choose(IEnumerable<string> candidates)
    {
        PythonInterpreter? first = null;
        foreach (string candidate in candidates)
        {
            if (Ask(candidate) is not { } found) continue;
            if (found.HasNumpy) return found;
            first ??= found;
        }
        return first;
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("COURSE_PYTHON") is { Length: > 0 } named) return [named];
        return OperatingSystem.IsWindows() ? ["python3", "python", "py"] : ["/usr/bin/python3", "python3", "python"];
    }

    private static PythonInterpreter? Ask(string program)
    {
        try
        {
            var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(Question);
            using Process process = Process.Start(start)!;
            Task<string> answer = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill();
                return null;
            }
            string[] words = answer.Result.Split();
            return process.ExitCode == 0 && words.Length > 1 ? new(program, words[0], words[1] == "True") : null;
        }
        catch (Win32Exception) { return null; }
    }
}

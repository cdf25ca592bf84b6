using System.Diagnostics;
using Course.Exercises.Verdicts;

namespace Course.Exercises.Desk;

/// <summary>Judges through the course's program, so that a cell hears what a headless run would say. No judge in this process.</summary>
internal static class CheckProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <exception cref="InvalidOperationException">The program is not built, or ended without a verdict; the message says what to do.</exception>
    public static Verdict Judge(string root, string id, string source)
    {
        string program = Path.Combine(root, "lib", "Cli", "bin", "Release", "net10.0", "course-cli.dll");
        if (!File.Exists(program)) throw new InvalidOperationException("The course's program is not built yet. In the clone: dotnet build Course.sln -c Release");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in new[] { program, "check", "--exercise", id, "--source", "-", "--json" }) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> answer = process.StandardOutput.ReadToEndAsync(), complaints = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(source);
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"No verdict within {Patience.TotalMinutes:0} minutes; the machine is too busy. Run the cell again.");
        }
        return answer.Result.TrimStart().StartsWith('{') ? Verdict.FromJson(answer.Result) : throw new InvalidOperationException(complaints.Result.Trim());
    }
}

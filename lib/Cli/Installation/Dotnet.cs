using System.Diagnostics;

namespace Cli.Installation;

/// <summary>Runs the SDK that runs this program.</summary>
internal static class Dotnet
{
    /// <summary>Runs <c>dotnet</c> to its end and gives its exit code.</summary>
    /// <param name="complaints">Gets all it said, where it failed; null keeps silent.</param>
    public static async Task<int> RunAsync(string folder, TextWriter? complaints, params string[] arguments)
    {
        ProcessStartInfo start = new(DotnetFolder.Program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // `dotnet run` leaves settings of its own build behind, which would steer this one.
        foreach (string variable in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(variable);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 && complaints is not null) await complaints.WriteLineAsync(await output + await errors);
        return process.ExitCode;
    }
}

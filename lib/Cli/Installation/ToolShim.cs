namespace Cli.Installation;

/// <summary>The word <c>course</c> on the user's path: a two-line script in the folder of .NET's own tools that starts the published program.</summary>
internal static class ToolShim
{
    private static string Folder => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet", "tools");

    /// <summary>Whether a shell finds programs in <see cref="Folder"/>.</summary>
    public static bool IsOnPath =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(entry => Path.TrimEndingDirectorySeparator(entry) == Folder);

    /// <summary>What to do where a shell does not.</summary>
    public static string Remedy => OperatingSystem.IsWindows()
        ? $"Add {Folder} to the Path variable (Settings, 'environment variables')."
        : $"Add this line to your shell's profile: export PATH=\"$PATH:{Folder}\"";

    /// <summary>Writes the script and gives its path.</summary>
    public static string Write(string publication)
    {
        Directory.CreateDirectory(Folder);
        string path = Path.Combine(Folder, OperatingSystem.IsWindows() ? "course.cmd" : "course");
        string temporary = path + ".new";
        if (OperatingSystem.IsWindows())
        {
            File.WriteAllText(temporary, $"@set \"DOTNET_ROOT={DotnetFolder.Path}\"\r\n@\"{Path.Combine(publication, "course-cli.exe")}\" %*\r\n");
        }
        else
        {
            File.WriteAllText(temporary, $"#!/bin/sh\nDOTNET_ROOT='{DotnetFolder.Path}' exec '{Path.Combine(publication, "course-cli")}' \"$@\"\n");
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(temporary) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        File.Move(temporary, path, overwrite: true);
        return path;
    }
}

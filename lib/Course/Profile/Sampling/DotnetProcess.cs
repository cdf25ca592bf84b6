using System.Globalization;
using System.Text.RegularExpressions;
using Course.Profile.Events;
using Microsoft.Diagnostics.NETCore.Client;

namespace Course.Profile.Sampling;

/// <summary>A running .NET process.</summary>
/// <param name="Name">Its program: the assembly's name where it runs under <c>dotnet</c>.</param>
/// <param name="Runtime">The runtime's version; empty where it cannot be read.</param>
/// <param name="CommandLine">As it was started; empty where it cannot be read.</param>
/// <param name="User">Whose it is; empty where it cannot be read.</param>
/// <param name="Obstacle">Why it cannot be profiled, with the remedy; null when it can.</param>
public sealed partial record DotnetProcess(int Id, string Name, string Runtime, string CommandLine, string User, string? Obstacle)
{
    /// <summary>All that this user can see, by id. Other systems than Linux tell only those that can be profiled.</summary>
    public static IReadOnlyList<DotnetProcess> All()
    {
        IEnumerable<int> ids = OperatingSystem.IsLinux()
            ? Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0)
                .Where(id => id > 0 && LooksLikeDotnet(id))
            : DiagnosticsClient.GetPublishedProcesses();
        return [.. ids.Order().Select(Describe)];
    }

    /// <summary>The program's name.</summary>
    public static string NameOf(int processId)
    {
        string name = Unreachable.Name(processId);
        string? assembly = Arguments(processId).Skip(1).FirstOrDefault(argument => argument.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));
        return name == "dotnet" && assembly is not null ? Path.GetFileNameWithoutExtension(assembly) : name;
    }

    private static DotnetProcess Describe(int id) =>
        new(id, NameOf(id), RuntimeFolder().Match(Read(id, "maps")).Groups[1].Value, string.Join(' ', Arguments(id)), Unreachable.Owner(id).Trim(' ', '(', ')'), Unreachable.Reason(id));

    /// <summary>Another user's memory map is closed; then the program's name must do.</summary>
    private static bool LooksLikeDotnet(int id) =>
        Read(id, "maps") is { Length: > 0 } maps ? maps.Contains("libcoreclr.so", StringComparison.Ordinal) : Arguments(id) is [string program, ..] && Path.GetFileName(program) == "dotnet";

    private static string[] Arguments(int id) => OperatingSystem.IsLinux() ? Read(id, "cmdline").TrimEnd('\0').Split('\0') : [];

    private static string Read(int id, string what)
    {
        try { return File.ReadAllText($"/proc/{id}/{what}"); }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException) { return ""; }
    }

    [GeneratedRegex(@"/Microsoft\.NETCore\.App/([^/]+)/libcoreclr\.so")]
    private static partial Regex RuntimeFolder();
}

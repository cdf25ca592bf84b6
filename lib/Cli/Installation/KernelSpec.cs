using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cli.Installation;

/// <summary>A kernel as a front end finds it: a folder with a <c>kernel.json</c>.</summary>
/// <param name="Ours">Written by this program; others are never changed without being told to.</param>
internal sealed record KernelSpec(string Folder, string DisplayName, string Language, string Program, bool Ours)
{
    /// <summary>The name that notebooks made for .NET Interactive ask for, so that they open unchanged.</summary>
    public const string SharedName = ".net-csharp";

    /// <summary>The name beside a foreign <see cref="SharedName"/>.</summary>
    public const string OwnName = "csharp-course";

    // VS Code drops a kernel whose display name and program equal another's.
    private const string OurDisplayName = "C# (optimised)";
    private const string Mark = "course-kernel";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public string Name => Path.GetFileName(Folder);

    /// <summary>Whether the program it starts is there; a bare name is looked up by the front end.</summary>
    public bool Works => !Path.IsPathRooted(Program) || File.Exists(Program);

    /// <summary>The C# kernels that front ends find, first found first.</summary>
    public static IEnumerable<KernelSpec> AllCSharp() =>
        from folder in JupyterFolders.All
        where Directory.Exists(folder)
        from kernel in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
        let spec = Read(kernel)
        where spec is { Language: "C#" or "csharp" } || spec?.Name == SharedName
        select spec;

    /// <summary>The spec in a folder; null where there is none that can be read.</summary>
    public static KernelSpec? Read(string folder)
    {
        try
        {
            JsonNode json = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")))!;
            return new KernelSpec(folder, json["display_name"]?.GetValue<string>() ?? "", json["language"]?.GetValue<string>() ?? "",
                json["argv"]?[0]?.GetValue<string>() ?? "", json["metadata"]?[Mark] is not null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or NullReferenceException
            or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Writes the spec of the kernel at <paramref name="program"/>. Front ends see the old spec or the new one, nothing between.</summary>
    public static KernelSpec Write(string folder, string program)
    {
        JsonObject json = new()
        {
            ["argv"] = new JsonArray(program, "--connection", "{connection_file}"),
            ["display_name"] = OurDisplayName,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            // A front end started from the desktop has no shell profile that says where .NET is.
            ["env"] = new JsonObject { ["DOTNET_ROOT"] = DotnetFolder.Path },
            ["metadata"] = new JsonObject { ["debugger"] = false, [Mark] = true },
        };
        Directory.CreateDirectory(folder);
        string temporary = Path.Combine(folder, $"kernel.json.{Environment.ProcessId}");
        File.WriteAllText(temporary, json.ToJsonString(Indented) + "\n");
        File.Move(temporary, Path.Combine(folder, "kernel.json"), overwrite: true);
        return Read(folder)!;
    }
}

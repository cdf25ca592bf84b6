using System.Runtime.InteropServices;

namespace Cli.Installation;

/// <summary>The .NET installation that runs this program.</summary>
internal static class DotnetFolder
{
    /// <summary>The folder of <c>dotnet</c> itself, above <c>shared/Microsoft.NETCore.App/10.0.x</c>.</summary>
    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    public static string Program => System.IO.Path.Combine(Path, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
}

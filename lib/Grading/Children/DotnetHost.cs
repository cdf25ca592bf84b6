using System.Runtime.InteropServices;

namespace Grading.Children;

/// <summary>The dotnet program that runs this process, for children.</summary>
internal static class DotnetHost
{
    private static readonly string Runtime = RuntimeEnvironment.GetRuntimeDirectory();

    /// <summary>The folder that holds dotnet, host/ and shared/: three levels above the runtime's own files.</summary>
    public static string Root { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Runtime, "..", "..", ".."));

    public static string Path { get; } = System.IO.Path.Combine(Root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet") is var beside && File.Exists(beside)
        ? beside
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}

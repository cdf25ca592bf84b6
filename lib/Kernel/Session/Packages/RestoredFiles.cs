namespace Kernel.Session.Packages;

/// <summary>What NuGet chose for this machine, as paths into its cache.</summary>
/// <param name="Version">The version of the package that was asked for.</param>
internal sealed record RestoredFiles(string Version, IReadOnlyList<string> Assemblies, IReadOnlyList<string> NativeLibraries);

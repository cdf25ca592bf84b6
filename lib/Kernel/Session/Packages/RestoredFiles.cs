namespace Kernel.Session.Packages;

/// <summary>What NuGet chose for this machine, as paths into its cache.</summary>
internal sealed record RestoredFiles(IReadOnlyList<string> Assemblies, IReadOnlyList<string> NativeLibraries);

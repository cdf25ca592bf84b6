namespace Kernel.Session.Packages;

/// <summary>A package cannot be restored; the message says why and what to do.</summary>
internal sealed class PackageRestoreException(string message) : Exception(message);

using System.Text.RegularExpressions;

namespace Kernel.Session.Packages;

/// <summary>A NuGet package that a cell asks for.</summary>
/// <param name="Version">As NuGet writes it, <c>1.2.3</c> or <c>1.2.*</c>; empty for the newest.</param>
internal readonly partial record struct PackageReference(string Name, string Version)
{
    /// <summary>Reads <c>nuget: Name, Version</c>.</summary>
    /// <returns>Null where the text is none.</returns>
    public static PackageReference? Parse(string text) => Pattern().Match(text) is { Success: true } match
        ? new(match.Groups["name"].Value, match.Groups["version"].Value)
        : null;

    // Only what NuGet allows in names and versions, because both go into a project file.
    [GeneratedRegex(@"^nuget:\s*(?<name>[\w.\-]+)\s*(,\s*(?<version>[\w.\-+*\[\](),]+)\s*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}

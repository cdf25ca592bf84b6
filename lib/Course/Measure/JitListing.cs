using System.Text.RegularExpressions;

namespace Course.Measure;

/// <summary>
/// The list of compiled methods that the runtime writes when <c>DOTNET_JitStdOutFile</c> and <c>DOTNET_JitDisasmSummary</c> ask for it,
/// e.g. <c>33: JIT compiled Sums:Roots():double:this [Tier1, IL size=75, code size=153]</c>. Processes append to one file.
/// </summary>
internal static class JitListing
{
    /// <summary>What makes a process and its children write the list.</summary>
    public static IEnumerable<(string Variable, string Value)> Request(string file) => [("DOTNET_JitStdOutFile", file), ("DOTNET_JitDisasmSummary", "1")];

    /// <summary>The form in which the method was compiled last, in the words of <see cref="Measurement.Tier"/>; empty where the list does not name it.</summary>
    public static string LastTier(string file, string type, string method)
    {
        if (!File.Exists(file)) return "";
        var compiled = new Regex($@"JIT compiled (?:.*[.+])?{Regex.Escape(type)}:{Regex.Escape(method)}\(.*\[([^,]+),");
        return File.ReadLines(file).Select(line => compiled.Match(line)).LastOrDefault(match => match.Success)?.Groups[1].Value switch
        {
            null => "",
            { } form when form.Contains("FullOpts", StringComparison.Ordinal) => "optimised at once",
            { } form when form.StartsWith("Tier1", StringComparison.Ordinal) => "tier 1",
            { } form when form.Contains("Tier0", StringComparison.Ordinal) => "tier 0, no loop in it",
            { } form => form,
        };
    }
}

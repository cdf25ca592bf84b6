namespace Kernel.Session.Directives;

/// <summary>Says by name what this kernel does not do, and what does it instead.</summary>
internal static class Unsupported
{
    private static readonly Dictionary<string, string> Instead = new(StringComparer.OrdinalIgnoreCase)
    {
        ["#!fsharp"] = "this kernel runs C#, Python and page formats; call F# through a compiled library and #r",
        ["#!pwsh"] = "start the program from C# with Process.Start, or use #!bash",
        ["#!powershell"] = "start the program from C# with Process.Start, or use #!bash",
        ["#!sql"] = "query from C# with an ADO.NET package (#r \"nuget: Npgsql\")",
        ["#!kql"] = "query from C# with the Kusto client package",
        ["#!http"] = "use HttpClient in C#",
        ["#!value"] = "assign the text to a C# variable, as a raw string",
        ["#!r"] = "call R through Process.Start",
        ["#!use-kernel"] = "write the language's own line, as #!python",
        ["#!nuget"] = "write #r \"nuget: Name, Version\"",
    };

    public static CellError Error(DirectivePart directive) => DirectiveRunner.Failure(directive, Instead.TryGetValue(directive.Name, out string? instead)
        ? $"not supported by this kernel; {instead}."
        : "not a directive of this kernel; #!help lists them.");
}

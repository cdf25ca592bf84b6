using System.Text.RegularExpressions;

namespace Kernel.Session.Directives;

/// <summary>Cuts a cell into parts at its directives, which stand alone on their lines.</summary>
internal static partial class CellText
{
    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["#!csharp"] = "csharp",
        ["#!c#"] = "csharp",
        ["#!cs"] = "csharp",
        ["#!python"] = "python",
        ["#!html"] = "html",
        ["#!javascript"] = "javascript",
        ["#!js"] = "javascript",
        ["#!markdown"] = "markdown",
        ["#!mermaid"] = "mermaid",
        ["#!bash"] = "bash",
    };

    /// <param name="cell">The whole text.</param>
    /// <param name="pythonName">A further name of the Python part, from <c>#!connect --kernel-name</c>; null for none.</param>
    public static List<CellPart> Parts(string cell, string? pythonName = null)
    {
        List<CellPart> parts = [];
        string language = "csharp";
        int start = 0;
        string[] lines = cell.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (Directive(lines[i], language, i + 1) is not { } directive) continue;
            Close(i);
            start = i + 1;
            if (directive.Name == "#!" + pythonName) language = "python";
            else if (Languages.TryGetValue(directive.Name, out string? next)) language = next;
            else parts.Add(directive);
            // `#!html <b>x</b>` on one line is a cell too, as is `#!markdown # Title`.
            if (language is not "csharp" and not "python" && Languages.ContainsKey(directive.Name) && directive.Arguments.Count > 0)
                parts.Add(new CodePart(language, lines[i].TrimStart()[directive.Name.Length..].Trim(), i + 1));
        }
        Close(lines.Length);
        return parts;

        void Close(int end)
        {
            string text = string.Join('\n', lines[start..end]);
            if (text.AsSpan().Trim().Length > 0) parts.Add(new CodePart(language, text, start + 1));
        }
    }

    private static DirectivePart? Directive(string line, string language, int number)
    {
        Match match = (language == "csharp" ? InCSharp() : Elsewhere()).Match(line);
        if (!match.Success) return null;
        var arguments = Argument().Matches(match.Groups[2].Value).Select(word => word.Value.Trim('"'));
        return new(match.Groups[1].Value, [.. arguments], language, number);
    }

    // `#!/usr/bin/env dotnet` is no directive.
    [GeneratedRegex("""^\s*(#![A-Za-z][\w#.-]*|#(?:r|i|load)(?=\s*"))\s*(.*)$""")]
    private static partial Regex InCSharp();

    // A comment such as `#!note` in Python is a comment: only what changes the language or shares a value counts.
    [GeneratedRegex(@"^\s*(#!(?:csharp|c#|cs|python|html|javascript|js|markdown|mermaid|bash|share|set|time|connect|reset|who|whos))(?:\s+(.*))?$")]
    private static partial Regex Elsewhere();

    [GeneratedRegex("""[^\s"]*"[^"]*"|\S+""")]
    private static partial Regex Argument();
}

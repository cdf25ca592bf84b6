using System.Text;
using System.Text.RegularExpressions;

namespace Notebooks.Book;

/// <summary>
/// Colours C# and Python when the book is made, so that its pages need no script for it. It sees tokens, not grammar: enough to read
/// by, and whatever it does not know stays plain text.
/// </summary>
internal static partial class CodeHighlighter
{
    /// <summary>The cell's source as HTML; the language is C# unless a directive line names another.</summary>
    public static string Highlight(string source)
    {
        var html = new StringBuilder();
        Regex tokens = CSharp();
        int start = 0;
        while (start < source.Length)
        {
            if (!source.AsSpan(start).StartsWith("#!") && NextDirective().Match(source, start) is { Success: true } next)
            {
                Colour(html, source[start..next.Index], tokens);
                start = next.Index;
            }
            else if (!source.AsSpan(start).StartsWith("#!"))
            {
                Colour(html, source[start..], tokens);
                break;
            }
            int end = source.IndexOf('\n', start) is >= 0 and var feed ? feed : source.Length;
            string directive = source[start..end];
            html.Append($"<span class=\"dir\">{Html.Text(directive)}</span>");
            tokens = directive.Split(' ')[0] switch
            {
                "#!python" => Python(),
                "#!html" or "#!markdown" or "#!mermaid" or "#!javascript" or "#!css" => Nothing(),
                "#!csharp" or "#!time" => CSharp(),
                _ => tokens,
            };
            if (end < source.Length) html.Append('\n');
            start = end + 1;
        }
        return html.ToString();
    }

    private static void Colour(StringBuilder html, string code, Regex tokens)
    {
        int written = 0;
        foreach (Match match in tokens.Matches(code))
        {
            html.Append(Html.Text(code[written..match.Index]));
            string kind = match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Name;
            html.Append($"<span class=\"{kind}\">{Html.Text(match.Value)}</span>");
            written = match.Index + match.Length;
        }
        html.Append(Html.Text(code[written..]));
    }

    [GeneratedRegex(@"^#!", RegexOptions.Multiline)]
    private static partial Regex NextDirective();

    [GeneratedRegex("(?!)")]
    private static partial Regex Nothing();

    // "str" holds raw, verbatim and ordinary strings and characters, with their prefixes; the alternatives are in order of length.
    [GeneratedRegex("""
        (?<com>//[^\n]*|/\*[\s\S]*?\*/)
        |(?<str>\$*"{3,}[\s\S]*?"{3,}|[$@]*@[$@]*"(?:""|[^"])*"|\$?"(?:\\.|[^"\\\n])*"(?:u8)?|'(?:\\.[^'\n]*|[^'\\\n])')
        |(?<dir>^\#[a-z]+[^\n]*)
        |(?<num>\b(?:0[xXbB][\da-fA-F_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)[uUlLfFdDmM]*\b)
        |(?<kw>\b(?:abstract|allows|and|as|async|await|base|bool|break|byte|case|catch|char|checked|class|const|continue|decimal|default|delegate|do
            |double|else|enum|event|explicit|extern|false|finally|fixed|float|for|foreach|get|goto|if|implicit|in|init|int|interface|internal|is|lock
            |long|nameof|namespace|new|nint|not|nuint|null|object|operator|or|out|override|params|private|protected|public|readonly|record|ref
            |required|return|sbyte|scoped|sealed|set|short|sizeof|stackalloc|static|string|struct|switch|this|throw|true|try|typeof|uint|ulong
            |unchecked|unsafe|ushort|using|var|virtual|void|volatile|when|where|while|with|yield)\b)
        |(?<fn>\b[A-Za-z_]\w*(?=\s*(?:<[\w\s,<>\[\]]*>)?\())
        |(?<type>\b[A-Z]\w*\b)
        """, RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex CSharp();

    [GeneratedRegex("""
        (?<com>\#[^\n]*)
        |(?<str>\b[fFrRbBuU]{0,2}(?:"{3}[\s\S]*?"{3}|'{3}[\s\S]*?'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
            |"{3}[\s\S]*?"{3}|'{3}[\s\S]*?'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
        |(?<num>\b(?:0[xXbBoO][\da-fA-F_]+|\d[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?\d+)?)\b)
        |(?<kw>\b(?:and|as|assert|async|await|break|class|continue|def|del|elif|else|except|False|finally|for|from|global|if|import|in|is|lambda
            |None|nonlocal|not|or|pass|raise|return|True|try|while|with|yield)\b)
        |(?<fn>\b[A-Za-z_]\w*(?=\s*\())
        |(?<type>\b[A-Z]\w*\b)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Python();
}

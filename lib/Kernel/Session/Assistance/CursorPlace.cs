using Kernel.Session.Directives;

namespace Kernel.Session.Assistance;

/// <summary>Where the cursor stands in a cell.</summary>
/// <param name="Code">The C# part it stands in, under as many empty lines as precede it in the cell; null in another language or on a directive.</param>
/// <param name="Position">The cursor in <paramref name="Code"/>.</param>
/// <param name="Line">The text of its line up to the cursor.</param>
internal readonly record struct CursorPlace(string? Code, int Position, string Line)
{
    public static CursorPlace Find(string source, int cursor)
    {
        cursor = Math.Clamp(cursor, 0, source.Length);
        string before = source[..cursor].ReplaceLineEndings("\n");
        int line = before.Count(c => c == '\n') + 1;
        string onLine = before[(before.LastIndexOf('\n') + 1)..];
        foreach (CodePart part in CellText.Parts(source).OfType<CodePart>())
        {
            if (line < part.Line || line > part.Line + part.Text.Count(c => c == '\n')) continue;
            if (part.Language != "csharp") break;
            string code = part.AtItsLine;
            int start = 0;
            for (int i = 1; i < line; i++) start = code.IndexOf('\n', start) + 1;
            return new(code, Math.Min(start + onLine.Length, code.Length), onLine);
        }
        return new(null, 0, onLine);
    }
}

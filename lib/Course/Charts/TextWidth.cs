using System.Text;

namespace Course.Charts;

/// <summary>
/// Estimates how wide a text will be, on the wide side, since the font is only known where the drawing is shown.
/// </summary>
internal static class TextWidth
{
    /// <summary>Pixels that <paramref name="text"/> needs at a font size.</summary>
    public static double Of(string text, double size) => size * text.EnumerateRunes().Sum(Em);

    /// <summary>Breaks a text between words into lines that fit; what does not fit into the last line ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, int mostLines)
    {
        var lines = new List<string>();
        string line = "";
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            string longer = line.Length == 0 ? words[i] : $"{line} {words[i]}";
            if (Of(longer, size) <= width || line.Length == 0)
            {
                line = longer;
                continue;
            }
            if (lines.Count == mostLines - 1)
            {
                line = string.Join(' ', words.Skip(i).Prepend(line));
                break;
            }
            lines.Add(line);
            line = words[i];
        }
        lines.Add(line);
        return [.. lines.Select(one => Cut(one, size, width))];
    }

    /// <summary>The text, or as much of it as fits before an ellipsis.</summary>
    public static string Cut(string text, double size, double width)
    {
        if (Of(text, size) <= width) return text;
        var kept = new StringBuilder();
        double used = size;
        foreach (Rune rune in text.EnumerateRunes())
        {
            used += size * Em(rune);
            if (used > width) break;
            kept.Append(rune);
        }
        return kept.ToString().TrimEnd() + "…";
    }

    private static double Em(Rune rune) => rune.Value switch
    {
        < 0x20 => 0,
        > 0x2E7F => 1.05,
        > 0x7E => 0.65,
        _ => (char)rune.Value switch
        {
            'i' or 'l' or 'I' or 'j' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' => 0.31,
            'f' or 'r' or 't' or '(' or ')' or '[' or ']' or '-' or '/' => 0.41,
            'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.95,
            '<' or '>' or '=' or '+' or '~' or '#' or '_' => 0.84,
            >= 'A' and <= 'Z' => 0.69,
            _ => 0.585,
        },
    };
}

using System.Text.Json.Nodes;

namespace Notebooks;

/// <summary>
/// Notebook files hold a text either as one string or as a list of its lines, each with its line feed. Both are read;
/// lists are written, because they make readable differences in version control.
/// </summary>
internal static class MultilineText
{
    public static string Join(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(line => line!.GetValue<string>())),
        null => "",
        _ => node.GetValue<string>(),
    };

    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        Append(lines, text);
        return lines;
    }

    /// <summary>Adds text at the end of a list of lines, continuing its last line if that one has no line feed yet.</summary>
    public static void Append(JsonArray lines, string text)
    {
        int start = 0;
        if (lines.Count > 0 && lines[^1]!.GetValue<string>() is var last && !last.EndsWith('\n'))
        {
            start = LineEnd(text, 0);
            lines[^1] = last + text[..start];
        }
        while (start < text.Length)
        {
            int end = LineEnd(text, start);
            lines.Add(text[start..end]);
            start = end;
        }
    }

    private static int LineEnd(string text, int start) => text.IndexOf('\n', start) is >= 0 and var feed ? feed + 1 : text.Length;
}

using System.Text;

namespace Course.Patterns;

/// <summary>n pieces of text in one, a comma after each: all forms give the same string.</summary>
public static class JoinedText
{
    public static string[] Input(int n) => [.. Enumerable.Range(0, n).Select(i => $"item_{i}")];

    public static string Plus(string[] parts)
    {
        string text = "";
        foreach (string part in parts) text += part + ",";
        return text;
    }

    public static string Builder(string[] parts)
    {
        var text = new StringBuilder();
        foreach (string part in parts) text.Append(part).Append(',');
        return text.ToString();
    }

    public static string Join(string[] parts) => string.Join(",", parts) + ",";

    public static string Create(string[] parts)
    {
        int length = parts.Length;
        foreach (string part in parts) length += part.Length;
        return string.Create(length, parts, static (text, parts) =>
        {
            foreach (string part in parts)
            {
                part.CopyTo(text);
                text[part.Length] = ',';
                text = text[(part.Length + 1)..];
            }
        });
    }
}

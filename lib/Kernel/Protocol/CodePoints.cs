namespace Kernel.Protocol;

/// <summary>Jupyter counts cursor positions in Unicode code points, .NET in UTF-16 units; an emoji is one of the former and two of the latter.</summary>
public static class CodePoints
{
    /// <summary>The UTF-16 position of a code point position; the end of the text where it lies beyond or is negative.</summary>
    public static int ToUtf16(string text, int codePoints)
    {
        if (codePoints < 0) return text.Length;
        int at = 0;
        for (; codePoints > 0 && at < text.Length; codePoints--) at += IsPair(text, at) ? 2 : 1;
        return at;
    }

    public static int FromUtf16(string text, int position)
    {
        int count = 0;
        for (int at = 0; at < Math.Min(position, text.Length); count++) at += IsPair(text, at) ? 2 : 1;
        return count;
    }

    private static bool IsPair(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
}

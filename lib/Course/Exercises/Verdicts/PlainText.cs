namespace Course.Exercises.Verdicts;

/// <summary>Text that judged code or a learner's file had a hand in, as one line that shows what it says.</summary>
public static class PlainText
{
    /// <summary>Spaces instead of control characters, of line ends, and of what turns the direction of the text around it.</summary>
    public static string Of(string text) => new([.. text.Select(c => char.IsControl(c) || TurnsText(c) ? ' ' : c)]);

    /// <summary>Unicode's line and paragraph separators and its bidirectional formatting characters (UAX #9).</summary>
    private static bool TurnsText(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

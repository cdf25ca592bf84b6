using System.Collections;
using System.Globalization;
using Judged;

namespace Grading.Judging;

/// <summary>Values as a verdict shows them: short, whatever their size.</summary>
internal static class ValueText
{
    private const int MostElements = 12, LongestText = 80;

    public static string Of(IReadOnlyList<object?> arguments, IReadOnlyList<string> names, int most = MostElements) =>
        string.Join(", ", arguments.Select((each, i) => $"{names[i]}: {Of(each, most)}"));

    public static string Of(object? value, int most = MostElements) => value switch
    {
        null => "null",
        string text => '"' + Cut(text) + '"',
        bool truth => truth ? "true" : "false",
        Array { Rank: 1 } array => "[" + Elements(array, array.Length, most) + "]",
        Array array => string.Join(" x ", Enumerable.Range(0, array.Rank).Select(array.GetLength)) + " [" + Elements(array, array.Length, most) + "]",
        CountedGrid grid => $"{grid.Height} x {grid.Width} [{(grid.Pixels is { } pixels ? Elements(pixels, pixels.Length, most) : "")}]",
        CountedArray array => $"[{(array.Elements is { } elements ? Elements(elements, elements.Length, most) : "")}]",
        Delegate => "a function",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.GetType().Name,
    };

    private static string Elements(IEnumerable values, int count, int most) =>
        string.Join(", ", values.Cast<object?>().Take(most).Select(each => Of(each, most))) + (count > most ? $", … ({count:N0} in all)" : "");

    private static string Cut(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]}… ({text.Length:N0} characters)";
}

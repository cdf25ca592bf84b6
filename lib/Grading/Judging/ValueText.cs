using System.Collections;
using System.Globalization;
using Judged;

namespace Grading.Judging;

/// <summary>Values as a verdict shows them: short, whatever their size.</summary>
internal static class ValueText
{
    private const int MostElements = 12, LongestText = 80;

    /// <summary>A call that can be pasted into a cell, unless it holds a function or something was left out.</summary>
    public static string Call(string entry, IReadOnlyList<object?> arguments, IReadOnlyList<string> names) =>
        $"{entry}({string.Join(", ", arguments.Select((each, i) => $"{names[i]}: {Text(each, asCode: true)}"))})";

    public static string Of(IReadOnlyList<object?> arguments, IReadOnlyList<string> names, int most = MostElements) =>
        string.Join(", ", arguments.Select((each, i) => $"{names[i]}: {Text(each, asCode: false, most)}"));

    public static string Of(object? value) => Text(value, asCode: false);

    private static string Text(object? value, bool asCode, int most = MostElements) => value switch
    {
        null => "null",
        string text => '"' + Cut(text) + '"',
        bool truth => truth ? "true" : "false",
        Array { Rank: 1 } array => Elements(array, array.Length, asCode, most),
        Array array => string.Join(" x ", Enumerable.Range(0, array.Rank).Select(array.GetLength)) + " " + Elements(array, array.Length, asCode, most),
        CountedGrid grid when asCode => $"new(width: {grid.Width}, height: {grid.Height}, {Elements(grid.Pixels!, grid.Pixels!.Length, asCode, most)})",
        CountedGrid grid => $"{grid.Height} x {grid.Width} {Elements(grid.Pixels!, grid.Pixels!.Length, asCode, most)}",
        CountedArray array when asCode => $"new({Elements(array.Elements!, array.Elements!.Length, asCode, most)})",
        CountedArray array => Elements(array.Elements!, array.Elements!.Length, asCode, most),
        Delegate => "a function",
        float number when asCode => float.IsFinite(number) ? number.ToString(CultureInfo.InvariantCulture) + "f" : "float." + NameOf(number),
        double number when asCode && !double.IsFinite(number) => "double." + NameOf(number),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.GetType().Name,
    };

    private static string Elements(IEnumerable values, int count, bool asCode, int most) =>
        "[" + string.Join(", ", values.Cast<object?>().Take(most).Select(each => Text(each, asCode, most))) + (count > most ? $", … ({count:N0} in all)]" : "]");

    private static string Cut(string text) => text.Length <= LongestText ? Escaped(text) : $"{Escaped(text[..LongestText])}… ({text.Length:N0} characters)";

    private static string Escaped(string text) => text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\r", "\\r").Replace("\n", "\\n").Replace("\t", "\\t");

    private static string NameOf(double number) => double.IsNaN(number) ? nameof(double.NaN) : number > 0 ? nameof(double.PositiveInfinity) : nameof(double.NegativeInfinity);
}

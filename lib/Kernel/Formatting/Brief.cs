using System.Collections;
using System.Globalization;

namespace Kernel.Formatting;

/// <summary>A value in one line, for a table's field, a tree's leaf or a list of variables.</summary>
internal static class Brief
{
    private const int MostChars = 200;
    private const int MostItems = 8;

    public static string Of(object? value) => Cut(value switch
    {
        null => "null",
        string text => text.ReplaceLineEndings(" "),
        bool truth => truth ? "true" : "false",
        double or float or Half => Number((IFormattable)value),
        Type type => TypeName.Of(type),
        Delegate call => $"{TypeName.Of(call.GetType())} {call.Method.Name}",
        Exception exception => $"{exception.GetType().Name}: {exception.Message}",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable sequence => Items(sequence),
        _ => Scalars.HasOwnText(value.GetType()) ? value.ToString() ?? "" : TypeName.Of(value.GetType()),
    });

    /// <summary>Six significant digits, and whole numbers whole.</summary>
    public static string Number(IFormattable number)
    {
        double value = Convert.ToDouble(number is Half half ? (double)half : number, CultureInfo.InvariantCulture);
        return Math.Abs(value) is >= 1e6 and < 1e15 ? value.ToString("F0", CultureInfo.InvariantCulture) : value.ToString("G6", CultureInfo.InvariantCulture);
    }

    private static string Items(IEnumerable sequence)
    {
        var shown = new List<string>();
        bool more = false;
        foreach (object? item in sequence)
        {
            if (shown.Count == MostItems) { more = true; break; }
            shown.Add(item is IEnumerable and not string ? TypeName.Of(item.GetType()) : Of(item));
        }
        string count = more ? sequence is ICollection { Count: var all } ? $", … ({all} items)" : ", …" : "";
        return $"[{string.Join(", ", shown)}{count}]";
    }

    private static string Cut(string text) => text.Length <= MostChars ? text : text[..(MostChars - 1)] + "…";
}

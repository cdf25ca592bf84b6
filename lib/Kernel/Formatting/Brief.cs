using System.Collections;
using System.Globalization;

namespace Kernel.Formatting;

/// <summary>A value in one line, for a table's field, a tree's leaf or a list of variables.</summary>
internal static class Brief
{
    private const int MostChars = 200;
    private const int MostItems = 8;

    public static string Of(object? value)
    {
        try { return Cut(Whole(value)); }
        // A sequence may fail while it is read; one field must not cost the table around it.
        catch (Exception thrown) when (thrown is not (ThreadInterruptedException or OperationCanceledException)) { return Cut(Scalars.Thrown(thrown)); }
    }

    private static string Whole(object? value) => value switch
    {
        null => "null",
        string text => text.ReplaceLineEndings(" "),
        bool truth => truth ? "true" : "false",
        double or float or Half => Number((IFormattable)value),
        Type type => TypeName.Of(type),
        // A lambda's name is the compiler's.
        Delegate call => call.Method.Name.Contains('<') ? TypeName.Of(call.GetType()) : $"{TypeName.Of(call.GetType())} {call.Method.Name}",
        Exception exception => $"{exception.GetType().Name}: {exception.Message}",
        IFormattable formattable => Scalars.TextOf(formattable),
        IEnumerable sequence => Items(sequence),
        _ => Scalars.HasOwnText(value.GetType()) ? Scalars.TextOf(value) : TypeName.Of(value.GetType()),
    };

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

namespace Course.Charts;

/// <summary>What an axis measures. Bytes get binary steps (KiB, MiB), everything else decimal ones.</summary>
public sealed record Axis(string Title, string Unit, bool Log = false)
{
    public static readonly Axis None = new("", "");

    /// <summary>Reads "working set, bytes": what stands after the last comma is the unit.</summary>
    public static Axis Parse(string text)
    {
        int comma = text.LastIndexOf(", ", StringComparison.Ordinal);
        return comma < 0 ? new Axis(text, "") : new Axis(text[..comma], text[(comma + 2)..]);
    }

    public bool InBytes => Unit is "bytes" or "B";

    /// <summary>Title and unit as they stand beside the axis.</summary>
    public string Caption
    {
        get
        {
            string unit = InBytes && Title.Length > 0 ? "" : Unit;
            string text = Title.Length > 0 && unit.Length > 0 ? $"{Title}, {unit}" : Title + unit;
            return Log ? $"{text} (log scale)".Trim() : text;
        }
    }

    /// <summary>A value to three digits, without its unit (bytes carry theirs).</summary>
    public string Number(double value) => InBytes ? ShortNumber.Bytes(value) : ShortNumber.Format(value);

    /// <summary>A value to three digits, with its unit where that is short enough to be read after every number.</summary>
    public string Quantity(double value) => InBytes || Unit.Length is 0 or > 10 || !double.IsFinite(value) ? Number(value) : $"{Number(value)} {Unit}";
}

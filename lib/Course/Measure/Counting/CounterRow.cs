using System.Globalization;

namespace Course.Measure.Counting;

/// <summary>One counter of a table. Its properties are the columns that a notebook shows.</summary>
public readonly record struct CounterRow
{
    private readonly double? _value;

    /// <param name="value">Null when it could not be counted; the note says why.</param>
    public CounterRow(CounterKind kind, double? value, CounterOrigin origin, string note = "") =>
        (Kind, _value, Origin, Note) = (kind, value, value is null ? CounterOrigin.NotCounted : origin, note);

    /// <summary>The counter's name in Linux's perf.</summary>
    public string Counter => CounterDefinition.Of(Kind).Name;

    /// <summary>The count with its unit; a dash when there is none.</summary>
    public string Count => _value is { } value ? Text(value) : "-";

    public CounterOrigin Origin { get; }

    public string Note { get; }

    /// <summary>The number alone; null when it could not be counted.</summary>
    public double? Value() => _value;

    internal CounterKind Kind { get; }

    internal CounterRow PerCall(int calls) => new(Kind, _value / calls, Origin, Note);

    private string Text(double value) => CounterDefinition.Of(Kind).Unit is { Length: > 0 } unit
        ? value.ToString(value < 100 ? "N3" : "N0", CultureInfo.InvariantCulture) + " " + unit
        : value.ToString(value is > 0 and < 10 && value % 1 != 0 ? "N1" : "N0", CultureInfo.InvariantCulture); // a mean over calls may be 0.2
}

using System.Globalization;

namespace Course.Exercises.Files;

/// <summary>Values that earn a share of a criterion's points. The first band that holds the value counts.</summary>
public sealed record Band
{
    public double? AtMost { get; init; }

    public double? AtLeast { get; init; }

    /// <summary>Of the points, 0 to 1.</summary>
    public double Share { get; init; } = 1;

    /// <summary>The share in words, for the table of a verdict.</summary>
    public string PartOfPoints => Share == 0.5 ? "half the points" : string.Create(CultureInfo.CurrentCulture, $"{Share:P0} of the points");

    public bool Holds(double value) => !(value > AtMost) && !(value < AtLeast) && !double.IsNaN(value);
}

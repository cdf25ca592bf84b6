namespace Course.Exercises.Files;

/// <summary>Values that earn a share of a criterion's points. The first band that holds the value counts.</summary>
public sealed record Band
{
    public double? AtMost { get; init; }

    public double? AtLeast { get; init; }

    /// <summary>Of the points, 0 to 1.</summary>
    public double Share { get; init; } = 1;

    public bool Holds(double value) => !(value > AtMost) && !(value < AtLeast) && !double.IsNaN(value);
}

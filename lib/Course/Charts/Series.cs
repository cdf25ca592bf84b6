namespace Course.Charts;

/// <summary>Values that belong together and share a colour, a marker and a dash; the name may be empty when it is the only one.</summary>
public sealed record Series(string Name, IReadOnlyList<Point> Points)
{
    /// <summary>Where a line goes on after its last point by calculation, not by measurement; drawn dotted, after a mark at the line's end.</summary>
    public IReadOnlyList<Point> Beyond { get; init; } = [];

    /// <summary>Among scattered points: these are joined by a line and have no markers.</summary>
    public bool Joined { get; init; }
}

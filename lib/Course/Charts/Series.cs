namespace Course.Charts;

/// <summary>Values that belong together and share a colour, a marker and a dash; the name may be empty when it is the only one.</summary>
public sealed record Series(string Name, IReadOnlyList<Point> Points);

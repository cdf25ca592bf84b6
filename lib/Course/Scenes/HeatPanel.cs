namespace Course.Scenes;

/// <summary>Many small values as shades, row by row: the sets of a cache.</summary>
/// <param name="Columns">Values in a row.</param>
/// <param name="Values">From 0 to <paramref name="Max"/>.</param>
/// <param name="Max">The value of the strongest shade, 1 or more.</param>
/// <param name="Unit">What is counted: "misses in this set".</param>
public sealed record HeatPanel(string Title, int Columns, IReadOnlyList<int> Values, int Max, string Unit) : Panel(Title);

namespace Course.Charts;

/// <summary>A labelled line across the figure at one value of an axis, e.g. the size of a cache.</summary>
public readonly record struct Mark(string Label, double Value, bool Vertical);

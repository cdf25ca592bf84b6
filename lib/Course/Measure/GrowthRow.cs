namespace Course.Measure;

/// <summary>One form of a task in a table: its time at the largest input that all forms reached, and how it grows from there.</summary>
public readonly record struct GrowthRow(
    string Label, int AtN, double Milliseconds, double TimesFaster, string Grows, string Formula, int LargestN, double LargestMilliseconds, long LargestBytes, string Note);

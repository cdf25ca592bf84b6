namespace Course.Patterns.Batch;

/// <summary>One planted fault: its name once it was found, what became of it, and how many milliseconds its repair alone saved.</summary>
public readonly record struct ScoreRow(string Fault, string State, double SavedMilliseconds);

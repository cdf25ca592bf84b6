namespace Course.Measure;

/// <summary>One run of a label in this session, beside the others of the same label.</summary>
/// <param name="Run">1 for the first.</param>
/// <param name="TimesFaster">Than the first run of the label.</param>
/// <param name="Bar">As long as the time, the longest of the label at full length.</param>
public readonly record struct TimedRun(string Label, int Run, double Milliseconds, double TimesFaster, string Bar);

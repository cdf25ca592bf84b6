namespace Course.Traces;

/// <summary>A line of a trace file that looks like an access and is none.</summary>
public sealed class TraceFormatException(long line, string problem) : FormatException($"Line {line}: {problem}")
{
    /// <summary>Counted from 1.</summary>
    public long Line { get; } = line;
}

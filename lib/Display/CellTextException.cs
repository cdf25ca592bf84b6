namespace Display;

/// <summary>A text handed to <see cref="CellEvaluator"/> does not compile; the message holds the compiler's errors, a line each.</summary>
public sealed class CellTextException(string message) : Exception(message);

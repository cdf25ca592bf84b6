namespace Python;

/// <summary>The Python process ended or had to be ended; the next call starts a fresh one without its variables.</summary>
public sealed class PythonStoppedException(string message) : Exception(message);

namespace Python;

/// <summary>Python code raised an exception.</summary>
public sealed class PythonException(string name, string message, int line, IReadOnlyList<string> traceback) : Exception($"{name}: {message}")
{
    /// <summary>The Python type, as <c>ZeroDivisionError</c>.</summary>
    public string Name { get; } = name;

    /// <summary>What Python says after the name.</summary>
    public string Reason { get; } = message;

    /// <summary>The line of the code that was run, from 1; 0 when unknown.</summary>
    public int Line { get; } = line;

    /// <summary>Python's own traceback, without the frames of the process that runs it.</summary>
    public IReadOnlyList<string> Traceback { get; } = traceback;
}

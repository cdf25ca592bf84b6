namespace Course.Patterns;

/// <summary>A Python form to be timed over growing inputs.</summary>
/// <param name="Label">What charts and tables call it.</param>
/// <param name="Prepare">A Python expression of a function that takes n and gives the call to time, e.g. <c>lambda n: (lambda: f(list(range(n))))</c>.</param>
/// <param name="Module">What it imports beyond Python itself, or empty.</param>
public readonly record struct PythonForm(string Label, string Prepare, string Module = "");

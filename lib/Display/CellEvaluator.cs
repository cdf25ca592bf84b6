namespace Display;

/// <summary>
/// Lets a library compile text as if it stood in the running cell: it sees every variable, type and using of the session, and nothing
/// of it is kept. The kernel connects it for the flow of each cell; profilers compile their probed copies of cells through it.
/// </summary>
public static class CellEvaluator
{
    private static readonly AsyncLocal<Func<string, object?>?> OfThisFlow = new();

    /// <summary>True in code that a cell of this kernel runs.</summary>
    public static bool Available => OfThisFlow.Value is not null;

    /// <summary>Compiles and runs the text; the value of its last expression.</summary>
    /// <exception cref="CellTextException">The text does not compile.</exception>
    /// <exception cref="NotSupportedException">No cell is running.</exception>
    public static object? Evaluate(string text) =>
        (OfThisFlow.Value ?? throw new NotSupportedException("No cell of the course's kernel is running here, so there is nothing to compile this text with."))(text);

    /// <summary>The kernel says, for the calling flow, how text is compiled and run.</summary>
    public static void Connect(Func<string, object?> evaluate) => OfThisFlow.Value = evaluate;
}

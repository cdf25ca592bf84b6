namespace Kernel.Session;

/// <summary>Why a cell failed. <paramref name="Line"/> counts from 1 in the cell's own text; 0 when unknown.</summary>
/// <param name="Name">The exception's type, or "CompilationError" or "Interrupted".</param>
/// <param name="Message">One sentence or more, with the remedy where there is one.</param>
/// <param name="Traceback">Lines for a reader: the cell's own frames first, no frames of the kernel.</param>
public sealed record CellError(string Name, string Message, int Line, IReadOnlyList<string> Traceback);

namespace Kernel.Stdio;

/// <summary>One line to the kernel: a cell to run, an answer to its question, or a command.</summary>
/// <param name="Id">Chosen by the client; every event of the cell carries it.</param>
/// <param name="Code">The cell to run.</param>
/// <param name="Input">The answer to an <c>input</c> event; absent in the answer where nobody can answer.</param>
/// <param name="Command">"interrupt", "input" or "shutdown".</param>
public sealed record StdioRequest(long Id = 0, string? Code = null, string? Input = null, string? Command = null);

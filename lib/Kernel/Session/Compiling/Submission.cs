using Microsoft.CodeAnalysis.CSharp;

namespace Kernel.Session.Compiling;

/// <summary>One compiled piece of a cell.</summary>
/// <param name="Run">Runs it; null where there is nothing to run, as in a piece that holds only usings.</param>
/// <param name="HasResult">Whether it ends in an expression with a value and without a semicolon.</param>
internal sealed record Submission(CSharpCompilation Compilation, Func<Task<object?>>? Run, bool HasResult);

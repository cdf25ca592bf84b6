using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kernel.Session.Compiling;

/// <summary>A cell does not compile: carries what the reader sees.</summary>
internal sealed class CompilationFailedException(CellError error) : Exception(error.Message)
{
    private const int MostErrors = 10;

    public CellError Error { get; } = error;

    public static void ThrowIfAny(IEnumerable<Diagnostic> diagnostics, SourceText text)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ToList();
        if (errors.Count == 0) return;
        List<string> lines = [.. errors.Take(MostErrors).SelectMany(error => Excerpt(error, text))];
        if (errors.Count > MostErrors) lines.Add($"… and {errors.Count - MostErrors} more errors.");
        lines.AddRange(ForeignNames.Hints(errors));
        if (errors.Any(error => error.Id == "CS0825"))
            lines.Add("A `using` declaration needs a method or a block { … } around it; at the top level of a cell write `var`, as the variable lives on.");
        if (errors.Any(error => error.Id == "CS8345" || (error.Id == "CS0029" && error.GetMessage().Contains("Span<", StringComparison.Ordinal))))
            lines.Add("A span lives on the stack: keep it inside a method or a block { … }, and show it with .ToArray() or .ToString().");
        Diagnostic first = errors[0];
        int line = first.Location.IsInSource ? first.Location.GetLineSpan().StartLinePosition.Line + 1 : 0;
        string where = line > 0 ? $"line {line}: " : "";
        throw new CompilationFailedException(new("CompilationError", $"{where}{first.Id} {first.GetMessage()}", line, lines));
    }

    private static IEnumerable<string> Excerpt(Diagnostic error, SourceText text)
    {
        if (!error.Location.IsInSource)
        {
            yield return $"error {error.Id}: {error.GetMessage()}";
            yield break;
        }
        LinePositionSpan span = error.Location.GetLineSpan().Span;
        yield return $"({span.Start.Line + 1},{span.Start.Character + 1}): error {error.Id}: {error.GetMessage()}";
        string line = text.Lines[span.Start.Line].ToString();
        yield return "    " + line;
        int end = span.End.Line == span.Start.Line ? span.End.Character : line.Length;
        string indent = new([.. line.Take(span.Start.Character).Select(c => c == '\t' ? '\t' : ' ')]);
        yield return "    " + indent + new string('^', Math.Max(1, end - span.Start.Character));
    }
}

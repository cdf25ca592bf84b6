namespace Kernel.Session.Directives;

/// <summary><c>#!import file</c>: runs a C# file as if it stood in the cell.</summary>
internal sealed class ImportDirective(CSharpParts csharp)
{
    private const int DeepestNesting = 20;

    private int _depth;

    public CellError? Run(DirectivePart directive, CellState state, DirectiveRunner runner, string? importedFrom)
    {
        string argument = string.Join(' ', directive.Arguments);
        if (NotebookPath.Find(argument, importedFrom) is not { } path)
            return DirectiveRunner.Failure(directive, $"There is no file {argument} (looked in {NotebookPath.Places(importedFrom)}).");
        if (Path.GetExtension(path).ToLowerInvariant() is not (".cs" or ".csx"))
            return DirectiveRunner.Failure(directive, $"{argument}: only .cs and .csx files can be imported here; open a notebook by itself.");
        if (++_depth > DeepestNesting) return DirectiveRunner.Failure(directive, $"{argument} imports itself.");
        try
        {
            foreach (CellPart part in CellText.Parts(File.ReadAllText(path)))
            {
                CellError? error = part switch
                {
                    DirectivePart { Name: "#r" } inner => runner.Reference(inner, state, path),
                    DirectivePart { Name: "#!import" or "#load" } inner => Run(inner, state, runner, path),
                    DirectivePart inner => runner.Run(inner, state),
                    CodePart { Language: "csharp" } code => csharp.Run(code.AtItsLine, path, state, isLast: false),
                    CodePart code => DirectiveRunner.RunForeign(code, state),
                    _ => null,
                };
                if (error is not null) return InFile(error, path, directive.Line);
            }
            return null;
        }
        finally { _depth--; }
    }

    private static CellError InFile(CellError error, string path, int line) =>
        error with { Message = $"{Path.GetFileName(path)}: {error.Message}", Line = line, Traceback = [$"in {path}", .. error.Traceback] };
}

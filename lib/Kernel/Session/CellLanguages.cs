using System.Diagnostics;
using Display;
using Kernel.Session.Compiling;
using Kernel.Session.Directives;
using Kernel.Session.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kernel.Session;

/// <summary>Runs the parts of a cell, each in its language, in order.</summary>
internal sealed class CellLanguages
{
    private readonly DirectiveRunner _directives;
    private readonly CSharpParts _csharp;

    public CellLanguages(CSharpParts csharp)
    {
        _csharp = csharp;
        _directives = new(csharp);
    }

    public CellError? Run(string source, CellRun run, CellThread thread)
    {
        long started = Stopwatch.GetTimestamp();
        var state = new CellState(run, thread, source);
        List<CellPart> parts = CellText.Parts(source, _directives.PythonName);
        StoreSource(source, parts);
        CellError? error = null;
        for (int i = 0; i < parts.Count && error is null; i++)
        {
            error = parts[i] switch
            {
                DirectivePart directive => _directives.Run(directive, state),
                CodePart { Language: "csharp" } code => _csharp.Run(code.AtItsLine, $"cell {run.Number}", state, isLast: i == parts.Count - 1),
                CodePart code => DirectiveRunner.RunForeign(code, state, isLast: i == parts.Count - 1),
                _ => null,
            };
        }
        if (state.Timed) run.Show(MimeBundle.Text($"Wall time: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0.###} ms"));
        return error;
    }

    private static void StoreSource(string source, List<CellPart> parts)
    {
        SyntaxNode[] roots = [.. parts.OfType<CodePart>().Where(part => part.Language == "csharp")
            .Select(part => CSharpSyntaxTree.ParseText(part.Text, SubmissionChain.ParseOptions).GetRoot())];
        CellSources.Store(source,
            roots.SelectMany(root => root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()).Select(type => type.Identifier.Text),
            roots.SelectMany(root => root.ChildNodes().OfType<MethodDeclarationSyntax>()).Select(method => method.Identifier.Text));
    }
}

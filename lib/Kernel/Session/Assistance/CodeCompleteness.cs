using Kernel.Session.Compiling;
using Kernel.Session.Directives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kernel.Session.Assistance;

/// <summary>Whether a console should run the text or ask for another line.</summary>
internal static class CodeCompleteness
{
    public static Completeness Of(string source)
    {
        foreach (CodePart part in CellText.Parts(source).OfType<CodePart>().Where(part => part.Language == "csharp"))
        {
            SyntaxTree tree = CSharpSyntaxTree.ParseText(part.Text, SubmissionChain.ParseOptions);
            if (!SyntaxFactory.IsCompleteSubmission(tree)) return Completeness.Incomplete;
            if (tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) return Completeness.Invalid;
        }
        return Completeness.Complete;
    }
}

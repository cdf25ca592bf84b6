using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kernel.Session.Compiling;

/// <summary>
/// Finds top-level loops whose own counter is a top-level variable. Such a variable is a field of the cell's class, so the counter
/// lives in memory and not in a register, and every bounds check stays: about eight times slower than the same loop in a method.
/// </summary>
internal static class SlowLoops
{
    /// <summary>Line and counter of the first such loop.</summary>
    public static (int Line, string Counter)? First(CSharpCompilation compilation)
    {
        SyntaxTree tree = compilation.SyntaxTrees[0];
        SemanticModel model = compilation.GetSemanticModel(tree);
        var topLevel = ((CompilationUnitSyntax)tree.GetRoot()).Members.OfType<GlobalStatementSyntax>();
        var loops = topLevel.SelectMany(statement => statement.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
            .Where(node => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
        foreach (SyntaxNode loop in loops)
        {
            ExpressionSyntax? condition = loop switch
            {
                ForStatementSyntax @for => @for.Condition,
                WhileStatementSyntax @while => @while.Condition,
                DoStatementSyntax @do => @do.Condition,
                _ => null,
            };
            var counter = condition?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
                .FirstOrDefault(name => model.GetSymbolInfo(name).Symbol is IFieldSymbol { ContainingType.IsScriptClass: true } field && IsWritten(loop, field, model));
            if (counter is not null) return (loop.GetLocation().GetLineSpan().StartLinePosition.Line + 1, counter.Identifier.Text);
        }
        return null;
    }

    private static bool IsWritten(SyntaxNode loop, IFieldSymbol field, SemanticModel model) =>
        loop.DescendantNodes().Select(node => node switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } prefix => prefix.Operand,
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } postfix => postfix.Operand,
            _ => null,
        }).Any(target => target is not null && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(target).Symbol, field));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Profile.Probing;

/// <summary>Which bodies of a text can carry probes, what they are called, and how code is put around one.</summary>
internal static class ProbedBodies
{
    /// <summary>Why a body carries no probes, or null when it can.</summary>
    public static string? Obstacle(SyntaxNode declaration)
    {
        if (Modifiers(declaration).Any(SyntaxKind.AsyncKeyword)) return "it is async: its time is spread over many calls of a state machine";
        var inside = declaration.DescendantNodes(node => node == declaration || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));
        return inside.Any(node => node is YieldStatementSyntax) ? "it is an iterator: its body runs piece by piece while somebody asks for elements" : null;
    }

    /// <summary>The body of a method, local function, accessor, operator, constructor or lambda, or of a property that is one expression; null where there is none.</summary>
    public static SyntaxNode? Of(SyntaxNode declaration) => declaration switch
    {
        DestructorDeclarationSyntax => null,
        BaseMethodDeclarationSyntax method => method.Body ?? (SyntaxNode?)method.ExpressionBody,
        LocalFunctionStatementSyntax local => local.Body ?? (SyntaxNode?)local.ExpressionBody,
        AccessorDeclarationSyntax accessor => accessor.Body ?? (SyntaxNode?)accessor.ExpressionBody,
        PropertyDeclarationSyntax property => property.ExpressionBody,
        IndexerDeclarationSyntax indexer => indexer.ExpressionBody,
        AnonymousFunctionExpressionSyntax lambda => lambda.Block,
        _ => null,
    };

    /// <summary><c>Shop.Total</c>, <c>Shop.Prices.get</c>, <c>Shop constructor</c>, <c>Total.Add</c> for a local function.</summary>
    public static string NameOf(SyntaxNode declaration)
    {
        string own = declaration switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            LocalFunctionStatementSyntax local => local.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Modifiers.Any(SyntaxKind.StaticKeyword) ? "static constructor" : "constructor",
            OperatorDeclarationSyntax @operator => "operator " + @operator.OperatorToken.Text,
            ConversionOperatorDeclarationSyntax conversion => "conversion to " + conversion.Type,
            AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text + ".get",
            IndexerDeclarationSyntax => "this[].get",
            AnonymousFunctionExpressionSyntax => $"lambda, line {LineOf(declaration)}",
            _ => declaration.Kind().ToString(),
        };
        SyntaxNode? holder = declaration.Ancestors().FirstOrDefault(node => node is TypeDeclarationSyntax || (Of(node) is not null && node is not AnonymousFunctionExpressionSyntax)
            || node is BasePropertyDeclarationSyntax { AccessorList: not null });
        string outer = holder switch
        {
            null => "",
            TypeDeclarationSyntax type => type.Identifier.Text,
            PropertyDeclarationSyntax property => NameOf(property)[..^".get".Length],
            IndexerDeclarationSyntax indexer => NameOf(indexer)[..^".get".Length],
            EventDeclarationSyntax @event => @event.Identifier.Text,
            _ => NameOf(holder),
        };
        return outer.Length == 0 ? own : declaration is ConstructorDeclarationSyntax ? $"{outer} {own}" : $"{outer}.{own}";
    }

    /// <summary>Counts from 1.</summary>
    public static int LineOf(SyntaxNode node) => LineOf(node.SyntaxTree, node.SpanStart);

    public static int LineOf(SyntaxTree tree, int position) => tree.GetText().Lines.GetLineFromPosition(position).LineNumber + 1;

    /// <summary>Puts code in front of a body and, however the body is left, behind it.</summary>
    public static void Surround(SyntaxNode declaration, SourceEdits edits, string before, string after)
    {
        string open = before + " try { ", close = " } finally { " + after + " }";
        switch (Of(declaration))
        {
            case BlockSyntax block:
                edits.Close(block.OpenBraceToken.Span.End, " " + open);
                edits.Open(block.CloseBraceToken.SpanStart, close + " ");
                break;
            case ArrowExpressionClauseSyntax arrow:
                bool property = declaration is BasePropertyDeclarationSyntax;
                string keyword = arrow.Expression is not ThrowExpressionSyntax && ReturnsValue(declaration) ? "return " : "";
                SyntaxToken semicolon = Semicolon(declaration);
                edits.Replace(arrow.ArrowToken.SpanStart, arrow.ArrowToken.Span.Length, (property ? "{ get { " : "{ ") + open + keyword);
                edits.Replace(semicolon.SpanStart, semicolon.Span.Length, ";" + close + (property ? " } }" : " }"));
                break;
        }
    }

    private static SyntaxToken Semicolon(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => method.SemicolonToken,
        LocalFunctionStatementSyntax local => local.SemicolonToken,
        AccessorDeclarationSyntax accessor => accessor.SemicolonToken,
        PropertyDeclarationSyntax property => property.SemicolonToken,
        _ => ((IndexerDeclarationSyntax)declaration).SemicolonToken,
    };

    private static bool ReturnsValue(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax method => !IsVoid(method.ReturnType),
        LocalFunctionStatementSyntax local => !IsVoid(local.ReturnType),
        AccessorDeclarationSyntax accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration),
        ConstructorDeclarationSyntax => false,
        _ => true,
    };

    private static bool IsVoid(TypeSyntax type) => type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    private static SyntaxTokenList Modifiers(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => method.Modifiers,
        LocalFunctionStatementSyntax local => local.Modifiers,
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers,
        _ => default,
    };
}

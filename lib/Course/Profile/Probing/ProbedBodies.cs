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

    /// <summary>
    /// Puts an enter probe in front of a body and an exit probe behind every way out of it. Where nothing else has to happen on the way
    /// out, the exit stands in the return itself and not in a <c>finally</c>, inside which the compiler would keep variables in memory and
    /// slow a loop several times; a call left by an exception is then closed by whoever catches it.
    /// </summary>
    /// <param name="probe">The class of the probes, with <c>Enter</c>, <c>Exit</c> and <c>Unwind</c>.</param>
    /// <param name="number">What the enter probe is told.</param>
    /// <param name="first">Code behind the enter probe.</param>
    public static void Surround(SyntaxNode declaration, SourceEdits edits, string probe, int number, string first = "")
    {
        string depth = $"__depth{declaration.SpanStart}", enter = $"int {depth} = {probe}Enter({number}); {first}";
        TypeSyntax? type = ReturnType(declaration);
        bool plain = IsPlain(declaration, type);
        string open = plain ? enter : enter + " try { ", close = plain ? "" : $" }} finally {{ {probe}Exit({depth}); }}";
        switch (Of(declaration))
        {
            case BlockSyntax block:
                edits.Close(block.OpenBraceToken.Span.End, " " + open);
                foreach (CatchClauseSyntax clause in Own(block).OfType<CatchClauseSyntax>()) edits.Close(clause.Block.OpenBraceToken.Span.End, $" {probe}Unwind({depth});");
                if (plain)
                {
                    foreach (ReturnStatementSyntax leave in Own(block).OfType<ReturnStatementSyntax>()) Leave(leave, edits, probe, depth, type);
                    if (type is null || IsVoid(type)) close = $" {probe}Exit({depth});";
                }
                edits.Open(block.CloseBraceToken.SpanStart, close + " ");
                break;
            case ArrowExpressionClauseSyntax arrow:
                bool property = declaration is BasePropertyDeclarationSyntax, throws = arrow.Expression is ThrowExpressionSyntax, returns = ReturnsValue(declaration) && !throws;
                string before = !returns ? "" : plain ? $"return {probe}Exit<{type}>({depth}, " : "return ";
                string after = !plain || throws ? ";" : returns ? ");" : $"; {probe}Exit({depth});";
                SyntaxToken semicolon = Semicolon(declaration);
                edits.Replace(arrow.ArrowToken.SpanStart, arrow.ArrowToken.Span.Length, (property ? "{ get { " : "{ ") + open + before);
                edits.Replace(semicolon.SpanStart, semicolon.Span.Length, after + close + (property ? " } }" : " }"));
                break;
        }
    }

    private static void Leave(ReturnStatementSyntax leave, SourceEdits edits, string probe, string depth, TypeSyntax? type)
    {
        if (leave.Expression is { } value)
        {
            edits.Open(value.SpanStart, $"{probe}Exit<{type}>({depth}, ");
            edits.Close(value.Span.End, ")");
            return;
        }
        edits.Open(leave.SpanStart, $"{{ {probe}Exit({depth}); ");
        edits.Close(leave.Span.End, " }");
    }

    /// <summary>Nothing happens between a return and the end of the call, and the value returned can be handed through a method.</summary>
    private static bool IsPlain(SyntaxNode declaration, TypeSyntax? type) =>
        declaration is not AnonymousFunctionExpressionSyntax && type is not (RefTypeSyntax or PointerTypeSyntax or FunctionPointerTypeSyntax)
        && !Own(declaration).Any(node => node is TryStatementSyntax or UsingStatementSyntax or LockStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 });

    /// <summary>What stands in a body itself, not in a function inside it.</summary>
    private static IEnumerable<SyntaxNode> Own(SyntaxNode body) =>
        body.DescendantNodes(node => node == body || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    /// <summary>Null for what returns nothing and says so by its kind.</summary>
    private static TypeSyntax? ReturnType(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax method => method.ReturnType,
        LocalFunctionStatementSyntax local => local.ReturnType,
        OperatorDeclarationSyntax @operator => @operator.ReturnType,
        ConversionOperatorDeclarationSyntax conversion => conversion.Type,
        BasePropertyDeclarationSyntax property => property.Type,
        AccessorDeclarationSyntax accessor when accessor.IsKind(SyntaxKind.GetAccessorDeclaration) => accessor.FirstAncestorOrSelf<BasePropertyDeclarationSyntax>()?.Type,
        _ => null,
    };

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

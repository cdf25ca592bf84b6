using System.Collections.Immutable;
using Kernel.Session.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kernel.Session.Assistance;

/// <summary>What could be written at the cursor: members after a dot, else everything in scope, keywords and directives.</summary>
internal static class CodeCompletion
{
    private static readonly ImmutableArray<string> Keywords =
        [.. SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText).Where(text => text.Length > 1 && char.IsAsciiLetter(text[0])).Append("var").Append("await").Append("record").Distinct()];

    public static Completions At(SubmissionChain chain, IEnumerable<string> directives, string source, int cursor, CancellationToken stop)
    {
        CursorPlace place = CursorPlace.Find(source, cursor);
        if (place.Line.TrimStart().StartsWith('#'))
        {
            string typed = place.Line.TrimStart();
            return new(cursor - typed.Length, cursor, [.. directives.Where(directive => directive.StartsWith(typed, StringComparison.Ordinal)).Select(directive => new Completion(directive, "keyword", ""))]);
        }
        if (place.Code is null) return new(cursor, cursor, []);
        string prefix = WordBefore(place.Line);
        CSharpCompilation compilation = chain.Prepare(place.Code, "", optimise: true);
        SyntaxTree tree = compilation.SyntaxTrees[0];
        int start = place.Position - prefix.Length;
        SyntaxToken token = tree.GetRoot(stop).FindToken(Math.Max(0, place.Position - 1));
        if (tree.GetRoot(stop).FindTrivia(Math.Max(0, place.Position - 1)).IsComment() || IsInsideText(token, place.Position)) return new(cursor, cursor, []);
        SemanticModel model = compilation.GetSemanticModel(tree);
        SyntaxToken previous = prefix.Length > 0 ? tree.GetRoot(stop).FindToken(start).GetPreviousToken() : token;
        bool member = previous.IsKind(SyntaxKind.DotToken);
        IEnumerable<ISymbol> symbols = member ? AfterDot(model, previous, start, stop) : model.LookupSymbols(start);
        IEnumerable<Completion> items = symbols.Where(IsWritable).GroupBy(symbol => symbol.Name).Select(Describe);
        if (!member) items = items.Concat(Keywords.Select(keyword => new Completion(keyword, "keyword", "")));
        return new(cursor - prefix.Length, cursor,
            [.. items.Where(item => item.Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).DistinctBy(item => item.Text)
                .OrderByDescending(item => item.Text.StartsWith(prefix, StringComparison.Ordinal)).ThenBy(item => item.Text, StringComparer.OrdinalIgnoreCase)]);
    }

    private static IEnumerable<ISymbol> AfterDot(SemanticModel model, SyntaxToken dot, int position, CancellationToken stop)
    {
        SyntaxNode? left = dot.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        if (left is null) return [];
        SymbolInfo bound = model.GetSymbolInfo(left, stop);
        ISymbol? symbol = bound.Symbol ?? bound.CandidateSymbols.FirstOrDefault();
        if (symbol is INamespaceSymbol space) return model.LookupNamespacesAndTypes(position, space);
        if (symbol is ITypeSymbol named)
            return model.LookupSymbols(position, named).Where(found => found.IsStatic || found is ITypeSymbol || found is IFieldSymbol { IsConst: true });
        return model.GetTypeInfo(left, stop).Type is { TypeKind: not TypeKind.Error } type
            ? model.LookupSymbols(position, type, includeReducedExtensionMethods: true).Where(found => !found.IsStatic || found is IMethodSymbol { MethodKind: MethodKind.ReducedExtension })
            : [];
    }

    private static bool IsWritable(ISymbol symbol) => symbol.CanBeReferencedByName && symbol is not IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.PropertyGet or MethodKind.PropertySet }
        && !symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: 1 }]);

    private static Completion Describe(IGrouping<string, ISymbol> overloads)
    {
        ISymbol first = overloads.First();
        string more = overloads.Count() > 1 ? $" (+ {overloads.Count() - 1} overloads)" : "";
        string signature = first is IMethodSymbol ? first.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + more : "";
        return new(overloads.Key, KindOf(first), signature);
    }

    private static string KindOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.TypeKind.ToString().ToLowerInvariant(),
        IFieldSymbol { ContainingType.IsScriptClass: true } or ILocalSymbol or IParameterSymbol => "variable",
        _ => symbol.Kind.ToString().ToLowerInvariant(),
    };

    private static string WordBefore(string line)
    {
        int start = line.Length;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(line[start - 1])) start--;
        return line[start..];
    }

    private static bool IsInsideText(SyntaxToken token, int position) =>
        token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.NumericLiteralToken
        && position > token.SpanStart && position <= token.Span.End;

    private static bool IsComment(this SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;
}

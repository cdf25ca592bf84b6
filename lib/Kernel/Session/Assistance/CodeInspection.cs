using Display;
using Kernel.Formatting;
using Kernel.Session.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kernel.Session.Assistance;

/// <summary>Signature, documentation and, for a variable, value of the name at the cursor, or of the method whose arguments it stands in.</summary>
internal static class CodeInspection
{
    private const int MostOverloads = 12;

    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType)
        .AddKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword)
        .AddParameterOptions(SymbolDisplayParameterOptions.IncludeDefaultValue);

    public static MimeBundle? At(SubmissionChain chain, Documentation documentation, string source, int cursor, CancellationToken stop)
    {
        CursorPlace place = CursorPlace.Find(source, cursor);
        if (place.Code is null) return null;
        CSharpCompilation compilation = chain.Prepare(place.Code, "", optimise: true);
        SemanticModel model = compilation.GetSemanticModel(compilation.SyntaxTrees[0]);
        List<ISymbol> symbols = [.. SymbolsAt(model, compilation.SyntaxTrees[0].GetRoot(stop), place.Position, stop)];
        if (symbols.Count == 0) return null;
        List<string> lines = [.. symbols.Take(MostOverloads).Select(symbol => Line(symbol, chain))];
        if (symbols.Count > MostOverloads) lines.Add($"… and {symbols.Count - MostOverloads} more");
        IReadOnlyList<string> told = symbols.Select(documentation.Of).FirstOrDefault(text => text.Count > 0) ?? [];
        string code = string.Join('\n', lines), text = string.Join("\n\n", told);
        return MimeBundle.Text(text.Length > 0 ? $"{code}\n\n{text}" : code).Add("text/markdown", $"```csharp\n{code}\n```\n\n{text}");
    }

    private static IEnumerable<ISymbol> SymbolsAt(SemanticModel model, SyntaxNode root, int position, CancellationToken stop)
    {
        SyntaxToken token = root.FindToken(position);
        // A cursor behind a word means that word.
        if (!token.IsKind(SyntaxKind.IdentifierToken) && position > 0) token = root.FindToken(position - 1);
        if (token.IsKind(SyntaxKind.IdentifierToken) && token.Span.IntersectsWith(position) && token.Parent is { } name)
        {
            if (model.GetDeclaredSymbol(name, stop) is { } declared) return [declared];
            ISymbol[] found = [.. Bound(model, name, stop)];
            if (found.Length > 0) return found;
        }
        return token.Parent?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>().FirstOrDefault(list => list.FullSpan.Contains(position) || list.Span.End == position)?.Parent switch
        {
            InvocationExpressionSyntax call => Bound(model, call.Expression, stop),
            ObjectCreationExpressionSyntax creation => Bound(model, creation, stop),
            _ => [],
        };
    }

    private static IEnumerable<ISymbol> Bound(SemanticModel model, SyntaxNode node, CancellationToken stop)
    {
        SymbolInfo info = model.GetSymbolInfo(node, stop);
        IEnumerable<ISymbol> group = model.GetMemberGroup(node, stop);
        if (info.Symbol is not null) return group.Prepend(info.Symbol).Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>();
        return info.CandidateSymbols.Concat(group).Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>();
    }

    private static string Line(ISymbol symbol, SubmissionChain chain)
    {
        if (symbol is IFieldSymbol { ContainingType.IsScriptClass: true } variable)
        {
            string value = chain.Variables.TryGetValue(variable.Name, out Variable? kept) ? $" = {Brief.Of(kept.Value)}" : "";
            return $"{variable.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {variable.Name}{value}";
        }
        string text = symbol.ToDisplayString(Signature);
        return symbol.ContainingType is { IsScriptClass: true } script ? text.Replace(script.Name + ".", "", StringComparison.Ordinal) : text;
    }
}

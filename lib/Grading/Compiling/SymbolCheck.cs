using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Grading.Compiling;

/// <summary>Holds every symbol that a source names, and the type of every expression, against the allow-list.</summary>
internal sealed class SymbolCheck(AllowList list, SemanticModel model)
{
    private const int MostFindings = 5;

    private static readonly string[] ReservedNamespaces = ["System", "Microsoft", "Judged", "Internal"];

    /// <summary>What is forbidden, each once, with its line.</summary>
    public IReadOnlyList<string> Findings(SyntaxTree tree) =>
        [.. tree.GetRoot().DescendantNodes().SelectMany(node => Forbidden(node).Select(what => (what, node)))
            .DistinctBy(each => each.what).Take(MostFindings).Aggregate(new List<(string what, SyntaxNode node)>(), WithoutTypesOfMembers)
            .Select(each => $"line {each.node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {each.what}")];

    /// <summary>A member that is named says its type too.</summary>
    private static List<(string what, SyntaxNode node)> WithoutTypesOfMembers(List<(string what, SyntaxNode node)> found, (string what, SyntaxNode node) next)
    {
        if (!found.Any(each => each.what.StartsWith(next.what + ".", StringComparison.Ordinal))) found.Add(next);
        return found;
    }

    private IEnumerable<string> Forbidden(SyntaxNode node)
    {
        switch (node)
        {
            case DestructorDeclarationSyntax: yield return "a finalizer"; break;
            // By symbol: a name may be written @System or with escapes, and the compiler and the runtime go by what it means.
            case BaseNamespaceDeclarationSyntax space when ReservedNamespaces.Contains(Outermost(space)):
                yield return $"a namespace called {Outermost(space)}";
                break;
            case TypeDeclarationSyntax type when !list.AllowsStaticFields && StaticState.In(model.GetDeclaredSymbol(type)!) is { } field:
                yield return $"the static field {field}, which outlives the call (const, or static readonly of numbers and text, is fine)";
                break;
            case UnsafeStatementSyntax or FixedStatementSyntax or PointerTypeSyntax or FunctionPointerTypeSyntax: yield return "unsafe code"; break;
            case MemberDeclarationSyntax member when member.Modifiers.Any(SyntaxKind.ExternKeyword) || member.Modifiers.Any(SyntaxKind.UnsafeKeyword):
                yield return "extern or unsafe code";
                break;
            case MakeRefExpressionSyntax or RefTypeExpressionSyntax or RefValueExpressionSyntax: yield return "a typed reference"; break;
            case AttributeListSyntax { Target.Identifier.ValueText: "assembly" or "module" }: yield return "an attribute of the assembly"; break;
            default: break;
        }
        // Whoever implements an interface is called by whoever knows it: a number that formats itself is handed memory of the pool.
        if (node is TypeDeclarationSyntax declared && Implemented(model.GetDeclaredSymbol(declared)!).Select(Name).FirstOrDefault(name => name is not null) is { } implemented)
            yield return implemented;
        if (node is not (ExpressionSyntax or AttributeSyntax or ConstructorInitializerSyntax)) yield break;
        foreach (ISymbol symbol in Symbols(node))
            if (Name(symbol) is { } name) yield return name;
    }

    /// <summary>Without those that a base class implements, which was written by somebody else or is looked at itself.</summary>
    private static IEnumerable<ISymbol> Implemented(INamedTypeSymbol type) => type.Interfaces.SelectMany(each => each.AllInterfaces.Prepend(each));

    private IEnumerable<ISymbol> Symbols(SyntaxNode node)
    {
        SymbolInfo info = model.GetSymbolInfo(node);
        if (info.Symbol is { } symbol) yield return symbol;
        if (model.GetTypeInfo(node).Type is { } type) yield return type;
        if (node is not NameSyntax && model.GetTypeInfo(node).ConvertedType is INamedTypeSymbol converted) yield return converted;
    }

    /// <summary>What to call a symbol that is forbidden; null for one that is not.</summary>
    private string? Name(ISymbol symbol) => symbol switch
    {
        IArrayTypeSymbol array => Name(array.ElementType),
        IDynamicTypeSymbol => "dynamic",
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => "a pointer",
        INamedTypeSymbol type => NameOfType(type),
        IAliasSymbol alias => Name(alias.Target),
        IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => NameOfMember(symbol),
        _ => null,
    };

    private string? NameOfType(INamedTypeSymbol type)
    {
        if (type.TypeArguments.Select(Name).FirstOrDefault(name => name is not null) is { } argument) return argument;
        if (IsOwn(type) || type.IsAnonymousType || type.TypeKind == TypeKind.Error) return null;
        INamedTypeSymbol outermost = type;
        while (outermost.ContainingType is { } around) outermost = around;
        string space = outermost.ContainingNamespace.ToDisplayString(), name = $"{space}.{outermost.Name}";
        // A class with a few allowed members may be named; its other members are still forbidden.
        return list.AllowsType(space, name) || list.AllowsSomeOf(name) ? null : name;
    }

    private string? NameOfMember(ISymbol member)
    {
        if (member.ContainingType is not { } type || IsOwn(member) || type.IsAnonymousType) return null;
        if (type.TypeKind == TypeKind.Delegate && member.Name == "Invoke") return null;
        INamedTypeSymbol outermost = type;
        while (outermost.ContainingType is { } around) outermost = around;
        string space = outermost.ContainingNamespace.ToDisplayString(), typeName = $"{space}.{outermost.Name}";
        return list.AllowsMember(space, typeName, member.Name) ? null : member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? typeName : $"{typeName}.{member.Name}";
    }

    private string Outermost(BaseNamespaceDeclarationSyntax declaration)
    {
        ISymbol space = model.GetDeclaredSymbol(declaration)!;
        while (space.ContainingNamespace is { IsGlobalNamespace: false } around) space = around;
        return space.Name;
    }

    private static bool IsOwn(ISymbol symbol) => symbol.Locations.Any(location => location.IsInSource);
}

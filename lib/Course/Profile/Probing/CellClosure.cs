using Display;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Profile.Probing;

/// <summary>The declarations of cells that a piece of code can reach, found by the names it mentions.</summary>
internal sealed class CellClosure
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    private readonly Dictionary<string, SyntaxTree> _trees = [];
    private readonly HashSet<SyntaxNode> _declarations = [];

    /// <param name="code">The code to start from.</param>
    /// <param name="kept">Types that stay as they are although the code reaches them.</param>
    public CellClosure(string code, IReadOnlySet<string> kept)
    {
        var names = new Queue<string>(NamesIn(CSharpSyntaxTree.ParseText(code, Script).GetRoot()));
        var seen = new HashSet<string>();
        while (names.TryDequeue(out string? name))
        {
            if (!seen.Add(name) || kept.Contains(name)) continue;
            foreach (SyntaxNode declaration in Declaring(name).Where(_declarations.Add))
                foreach (string mentioned in NamesIn(declaration)) names.Enqueue(mentioned);
        }
        LeavePlainTypes();
    }

    /// <summary>Whole types and methods that stand at the top of their cells, in the order they were written there, cell by cell.</summary>
    public IEnumerable<SyntaxNode> Declarations => _declarations.OrderBy(node => _trees.Values.ToList().IndexOf(node.SyntaxTree)).ThenBy(node => node.SpanStart);

    /// <summary>The names of the types among them, nested ones too.</summary>
    public IEnumerable<string> Types => _declarations.SelectMany(node => node.DescendantNodesAndSelf()).OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text);

    private IEnumerable<SyntaxNode> Declaring(string name)
    {
        if (CellSources.ForType(name) is { } cell)
            foreach (SyntaxNode member in Members(cell).Where(member => member.DescendantNodesAndSelf().Any(node => node is BaseTypeDeclarationSyntax type && type.Identifier.Text == name)))
                yield return member;
        if (CellSources.ForMethod(name) is { } other)
            foreach (SyntaxNode member in Members(other).Where(member => member is MethodDeclarationSyntax method && method.Identifier.Text == name))
                yield return member;
    }

    private IEnumerable<SyntaxNode> Members(string cell)
    {
        if (!_trees.TryGetValue(cell, out SyntaxTree? tree)) _trees[cell] = tree = CSharpSyntaxTree.ParseText(WithoutDirectives(cell), Script);
        return tree.GetRoot().ChildNodes();
    }

    /// <summary>
    /// A type without code to measure stays the type it is, so that data made before can be handed over; unless it mentions a type of
    /// which there will be a copy.
    /// </summary>
    private void LeavePlainTypes()
    {
        HashSet<SyntaxNode> plain = [.. _declarations.Where(IsPlain)];
        var copied = new HashSet<string>(_declarations.Except(plain).SelectMany(NamesOfTypes));
        while (plain.FirstOrDefault(type => NamesIn(type).Any(copied.Contains)) is { } mentions)
        {
            plain.Remove(mentions);
            copied.UnionWith(NamesOfTypes(mentions));
        }
        _declarations.ExceptWith(plain);
    }

    private static bool IsPlain(SyntaxNode declaration) =>
        declaration is BaseTypeDeclarationSyntax && !declaration.DescendantNodes().Any(node => ProbedBodies.Of(node) is not null);

    private static IEnumerable<string> NamesOfTypes(SyntaxNode declaration) =>
        declaration.DescendantNodesAndSelf().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text);

    private static IEnumerable<string> NamesIn(SyntaxNode node) => node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);

    /// <summary>Lines such as <c>#!time</c> and <c>#r</c> belong to the kernel; empty ones keep the others' numbers.</summary>
    private static string WithoutDirectives(string cell) =>
        string.Join('\n', cell.Split('\n').Select(line => line.StartsWith("#!", StringComparison.Ordinal) || line.StartsWith("#r", StringComparison.Ordinal) ? "" : line));
}

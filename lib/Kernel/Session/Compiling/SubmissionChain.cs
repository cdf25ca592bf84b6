using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Kernel.Session.Compiling;

/// <summary>
/// Compiles pieces of cells, each seeing what the earlier ones declared. A piece that declares nothing is not kept, so the chain,
/// and the time to search it, grows with declarations and not with cells.
/// </summary>
internal sealed class SubmissionChain(ReferenceSet references, CellLoadContext context)
{
    private static readonly string[] Usings =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", "Kernel.Session.CellGlobals"];

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    private static readonly EmitOptions Emit = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private readonly Dictionary<string, Variable> _variables = new(StringComparer.Ordinal);
    private object?[] _states = new object?[64];
    private volatile ImmutableHashSet<MetadataReference> _inherited = [];
    private volatile CSharpCompilation? _last;
    private int _length;
    private int _compiled;

    /// <summary>The compilation whose declarations the next piece sees; null at the start.</summary>
    public CSharpCompilation? Last => _last;

    /// <summary>Top-level variables by name, the newest of each name.</summary>
    public IReadOnlyDictionary<string, Variable> Variables => _variables;

    /// <param name="text">The piece, moved down by empty lines so that its lines count as in the cell.</param>
    /// <param name="path">What the symbols call it: <c>cell 3</c>, or a file.</param>
    public CSharpCompilation Prepare(string text, string path, bool optimise)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, path);
        // A piece inherits usings and references of those before it; repeating them makes each of n pieces carry n copies.
        // Read in this order, because a completion may come while a cell is being added, and references twice are better than none.
        ImmutableHashSet<MetadataReference> inherited = _inherited;
        CSharpCompilation? last = Last;
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, usings: last is null ? Usings : [], allowUnsafe: true, nullableContextOptions: NullableContextOptions.Annotations,
            optimizationLevel: optimise ? OptimizationLevel.Release : OptimizationLevel.Debug, metadataReferenceResolver: references);
        // ASCII, because profilers and file systems meet this name.
        return CSharpCompilation.CreateScriptCompilation($"cell{Interlocked.Increment(ref _compiled)}", tree, references.All.Except(inherited), options, last);
    }

    /// <summary>Compiles and loads; what it declares is visible from now on.</summary>
    /// <exception cref="CompilationFailedException">The text has errors; nothing is kept.</exception>
    public Submission Add(CSharpCompilation compilation, CancellationToken stop)
    {
        SyntaxTree tree = compilation.SyntaxTrees[0];
        var root = (CompilationUnitSyntax)tree.GetRoot(stop);
        Func<Task<object?>>? run = null;
        if (root.Members.Count > 0) run = Load(compilation, stop);
        else CompilationFailedException.ThrowIfAny(compilation.GetDiagnostics(stop), tree.GetText(stop));
        if (root.Usings.Count > 0 || root.Externs.Count > 0 || compilation.ScriptClass!.GetMembers().Any(member => !member.IsImplicitlyDeclared))
        {
            _last = compilation;
            _inherited = _inherited.Union(compilation.ExternalReferences);
            _length++;
        }
        return new(compilation, run, HasResult(compilation, root));
    }

    /// <summary>Compiles and loads a piece that no later one sees.</summary>
    /// <exception cref="CompilationFailedException">The text has errors.</exception>
    public Func<Task<object?>> RunOnce(CSharpCompilation compilation) =>
        Load(compilation, CancellationToken.None) ?? (() => Task.FromResult<object?>(null));

    private Func<Task<object?>>? Load(CSharpCompilation compilation, CancellationToken stop)
    {
        using MemoryStream image = new(), symbols = new();
        EmitResult emitted = compilation.Emit(image, symbols, options: Emit, cancellationToken: stop);
        CompilationFailedException.ThrowIfAny(emitted.Diagnostics, compilation.SyntaxTrees[0].GetText(stop));
        byte[] imageBytes = image.ToArray(), symbolBytes = symbols.ToArray();
        Assembly assembly = context.Load(imageBytes, symbolBytes);
        global::Display.CellAssemblies.Store(compilation.AssemblyName!, imageBytes, symbolBytes);
        if (compilation.GetEntryPoint(stop) is not { } entry) return null;
        Type script = assembly.GetType(entry.ContainingType.MetadataName)!;
        var factory = script.GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        // Slot 0 belongs to the host; a submission writes itself into the slot after its predecessor's.
        if (_states.Length < _length + 3) Array.Resize(ref _states, _states.Length * 2);
        return () =>
        {
            try { return factory(_states); }
            finally { Remember(script); }
        };
    }

    private void Remember(Type script)
    {
        object? instance = Array.Find(_states, state => state?.GetType() == script);
        foreach (FieldInfo field in script.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            if (!field.Name.Contains('<')) _variables[field.Name] = new(field.Name, field, field.IsStatic ? null : instance);
    }

    private static bool HasResult(CSharpCompilation compilation, CompilationUnitSyntax root) =>
        root.Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }
        && compilation.GetSemanticModel(root.SyntaxTree).GetTypeInfo(last.Expression) is { ConvertedType: { SpecialType: not SpecialType.System_Void } };
}

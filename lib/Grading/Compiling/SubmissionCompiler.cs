using System.Security.Cryptography;
using System.Text;
using Judged;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Grading.Compiling;

/// <summary>Compiles one answer in Release, without unsafe code, and checks it against the allow-list.</summary>
internal static class SubmissionCompiler
{
    private const int MostErrors = 10, LongestMessage = 400;

    private static readonly string[] Libraries =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Collections.Concurrent", "System.Collections.Immutable",
        "System.Console", "System.Linq", "System.Linq.Parallel", "System.Memory", "System.Numerics.Vectors", "System.Runtime.Extensions",
        "System.Runtime.InteropServices", "System.Runtime.Intrinsics", "System.Runtime.Numerics", "System.Threading", "System.Threading.Channels",
        "System.Threading.Tasks.Parallel", "System.Threading.Thread", "System.Diagnostics.Process", "System.Net.Sockets", "System.Net.Primitives", "System.ComponentModel.Primitives",
    ];

    /// <summary>What a notebook's cells have too.</summary>
    private const string Usings =
        """
        global using System; global using System.Buffers; global using System.Collections.Generic; global using System.Diagnostics;
        global using System.IO; global using System.Linq; global using System.Numerics; global using System.Runtime.CompilerServices;
        global using System.Runtime.InteropServices; global using System.Runtime.Intrinsics; global using System.Text;
        global using System.Threading; global using System.Threading.Tasks; global using Judged;
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly EmitOptions Symbols = new(debugInformationFormat: DebugInformationFormat.Embedded);

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Answer", [CSharpSyntaxTree.ParseText(Usings, Parsing, encoding: Encoding.UTF8)], References(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: false,
            concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable, deterministic: true));

    /// <param name="withLines">Not optimised and with symbols, so that an exception names the very line that threw it; optimised code does not know it.</param>
    public static CompiledAnswer Compile(string source, IReadOnlyList<string> allowed, bool withLines = false)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source, Parsing, path: "Answer.cs", encoding: Encoding.UTF8);
        CSharpCompilation compilation = Empty.AddSyntaxTrees(tree).WithAssemblyName("Answer" + Guid.NewGuid().ToString("N"));
        if (withLines) compilation = compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Debug));
        using var image = new MemoryStream();
        string[] errors = [.. compilation.Emit(image, options: withLines ? Symbols : null).Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error).Take(MostErrors).Select(Describe)];
        IReadOnlyList<string> forbidden = errors.Length > 0 ? [] : new SymbolCheck(new AllowList(allowed), compilation.GetSemanticModel(tree)).Findings(tree).Select(Cut).ToArray();
        return new CompiledAnswer(errors.Length > 0 ? null : image.ToArray(), errors, forbidden, Fingerprint(tree));
    }

    /// <summary>A hash over the tokens: two sources have the same one exactly when their syntax trees are equal.</summary>
    private static string Fingerprint(SyntaxTree tree)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (SyntaxToken token in tree.GetRoot().DescendantTokens()) hash.AppendData(Encoding.UTF8.GetBytes(token.Text + "\0"));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static string Describe(Diagnostic diagnostic)
    {
        int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
        return diagnostic.Id == "CS8805"
            ? $"line {line}: An exercise cell holds only the type that is asked for; put other statements into another cell."
            : $"line {line}: {Cut(diagnostic.GetMessage())} ({diagnostic.Id})";
    }

    /// <summary>A name may be as long as a source; every report repeats it.</summary>
    private static string Cut(string message) => message.Length <= LongestMessage ? message : message[..LongestMessage] + "…";

    private static IEnumerable<MetadataReference> References()
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return Libraries.Select(name => Path.Combine(runtime, name + ".dll")).Where(File.Exists)
            .Append(typeof(CountedGrid).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path));
    }
}

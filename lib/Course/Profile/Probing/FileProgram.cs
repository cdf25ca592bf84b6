using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Course.Profile.Probing;

/// <summary>A program in one file, as <c>dotnet run FILE.cs</c> takes it, compiled with probes into this process.</summary>
internal static class FileProgram
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest, DocumentationMode.None);

    /// <param name="source">The file's text; top-level statements or a <c>Main</c>.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ProfileException">It does not compile, or is no program of one file.</exception>
    public static Action Compile(string source, string name, IReadOnlyList<string> arguments, params IEnumerable<IProbes> probes)
    {
        SyntaxTree original = CSharpSyntaxTree.ParseText(WithoutDirectives(source, name), Parse, name);
        var edits = new SourceEdits();
        foreach (IProbes each in probes) each.Add(original.GetRoot(), edits);
        string text = original.ToString();
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(edits.Apply(text, 0, text.Length), Encoding.UTF8), Parse, name);
        var compilation = CSharpCompilation.Create($"profiled{Guid.NewGuid():N}", [tree, CSharpSyntaxTree.ParseText(SourceText.From(ImplicitUsings, Encoding.UTF8), Parse)], References(),
            new(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Annotations));
        using MemoryStream image = new(), symbols = new();
        var emitted = compilation.Emit(image, symbols);
        if (!emitted.Success)
            throw new ProfileException($"{name} does not compile:\n{string.Join('\n', emitted.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error).Take(10))}");
        (image.Position, symbols.Position) = (0, 0);
        MethodInfo main = new AssemblyLoadContext(name).LoadFromStream(image, symbols).EntryPoint!;
        return () => Run(main, [.. arguments]);
    }

    private static void Run(MethodInfo main, string[] arguments)
    {
        try
        {
            if (main.Invoke(null, main.GetParameters().Length == 0 ? [] : [arguments]) is Task task) task.GetAwaiter().GetResult();
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is { } inner) { ExceptionDispatchInfo.Throw(inner); }
    }

    private static string WithoutDirectives(string source, string name)
    {
        string[] lines = source.ReplaceLineEndings("\n").Split('\n');
        if (Array.Find(lines, line => line.StartsWith("#:", StringComparison.Ordinal)) is { } directive)
            throw new ProfileException($"{name} has the line '{directive.Trim()}': programs with packages or projects are not compiled here. Start the program and attach to it: course profile --pid N");
        return string.Join('\n', lines.Select(line => line.StartsWith("#!", StringComparison.Ordinal) ? "" : line));
    }

    private static IEnumerable<MetadataReference> References()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework).Append(typeof(FileProgram).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}

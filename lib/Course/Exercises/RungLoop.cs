using System.Collections.Concurrent;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Course.Blur;
using Course.Traces;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Exercises;

/// <summary>
/// A storage rung's loop, compiled a second time from the same text over another type with the same indexers. Three statements give way:
/// the one that allocates the result, the one that asks for the size, and the one that returns the result.
/// </summary>
internal static partial class RungLoop
{
    private static readonly ConcurrentDictionary<(Type, Type), Delegate> Compiled = [];

    /// <summary>The loop as an action of image, result, width and height.</summary>
    public static Action<TStorage, TStorage, int, int> Of<TStorage>(Rung rung) =>
        (Action<TStorage, TStorage, int, int>)Compiled.GetOrAdd((rung.GetType(), typeof(TStorage)), _ =>
            Compile(Text(rung, CSharpName(typeof(TStorage)))).GetMethod("Blur")!.CreateDelegate<Action<TStorage, TStorage, int, int>>());

    /// <summary>The text that is compiled.</summary>
    private static string Text(Rung rung, string storage)
    {
        string shown = Ladder.Source(rung);
        string loop = shown[(shown.IndexOf('{') + 1)..shown.LastIndexOf('}')];
        loop = OtherStatements().Replace(loop, "");
        return $$"""
            public static class Traced
            {
                public static void Blur({{storage}} image, {{storage}} result, int width, int height)
                {
                    int stride = width;
                    {{loop}}
                }
            }
            """;
    }

    [GeneratedRegex(@"^    (\S.* result = .*|int height = .*|return result);\n", RegexOptions.Multiline)]
    private static partial Regex OtherStatements();

    private static string CSharpName(Type type) => type.IsGenericType
        ? $"{type.Namespace}.{type.Name.Split('`')[0]}<{type.GetGenericArguments()[0].FullName}>"
        : type.FullName!;

    private static Type Compile(string text)
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] references = [typeof(object).Assembly.Location, Path.Combine(runtime, "System.Runtime.dll"), typeof(Trace).Assembly.Location];
        var compilation = CSharpCompilation.Create(
            "TracedRung" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(text)],
            references.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
            throw new InvalidOperationException($"A rung's loop does not fit the traced storage: {result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error)}");
        image.Position = 0;
        // The library may live in a load context of its own; only there are its types the same.
        return AssemblyLoadContext.GetLoadContext(typeof(Trace).Assembly)!.LoadFromStream(image).GetType("Traced")!;
    }
}

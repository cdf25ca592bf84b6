using System.Text.RegularExpressions;

namespace Grading.Compiling;

/// <summary>What to write instead of something that the allow-list refuses.</summary>
internal static class Remedy
{
    private static readonly (string Pattern, string Instead)[] Known =
    [
        ("the static field", "Keep it in a local variable: what a call leaves behind, the next call would not have to do."),
        (@"Vector\w*\.(Load|Store)", "Read a vector with Create(span), or new Vector<T>(array, index), and write it with CopyTo: loads and stores by address check no bounds."),
        (@"System\.Runtime\.CompilerServices\.Unsafe", "Use indices and spans: they check their bounds, and the compiler drops the checks it can prove."),
        (@"System\.Runtime\.InteropServices", "Use arrays and spans, MemoryMarshal.Cast and AsBytes included."),
        ("nsafe code", "Use arrays and spans; stackalloc into a span is allowed."),
        ("a pointer", "Use arrays and spans; stackalloc into a span is allowed."),
        (@"System\.Buffers", "Use an array, or stackalloc into a span: what is rented can outlive the call."),
        (@"System\.Linq\.Parallel", "One thread is enough here."),
        (@"System\.Threading", "This exercise allows no more of threads and tasks than its starter uses; look for a way without it."),
        (@"System\.Object\.GetType", "Ask with a pattern: value is int."),
        ("dynamic", "Give it a type of its own."),
    ];

    /// <param name="findings">As <see cref="SymbolCheck"/> words them; one of them is enough to begin with.</param>
    public static string For(IReadOnlyList<string> findings) =>
        findings.Select(finding => Known.FirstOrDefault(each => Regex.IsMatch(finding, each.Pattern)).Instead).FirstOrDefault(instead => instead is not null)
        ?? "Do without it: an answer works on its arguments alone, with arrays, spans, collections, LINQ, vectors and text.";
}

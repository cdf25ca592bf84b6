using System.Reflection;
using System.Text;

namespace Course.Patterns;

/// <summary>The C# text of the slow and fast forms, cut from the source that was compiled.</summary>
public static class PatternSource
{
    private const string Indent = "    ";

    /// <summary>The methods of these names from the file of a class of this room, one under the other.</summary>
    /// <exception cref="ArgumentException">There is no such file, or no such method in it.</exception>
    public static string Of(Type pattern, params string[] methods)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"source/Patterns/{pattern.Name}.cs")
            ?? throw new ArgumentException($"The source of {pattern.Name} is not embedded: Patterns/{pattern.Name}.cs.", nameof(pattern));
        string[] lines = new StreamReader(stream).ReadToEnd().ReplaceLineEndings("\n").Split('\n');
        var text = new StringBuilder();
        foreach (string method in methods)
        {
            int first = Array.FindIndex(lines, line => line.StartsWith(Indent + "public ", StringComparison.Ordinal) && line.Contains($" {method}("));
            if (first < 0) throw new ArgumentException($"{pattern.Name} has no method {method}.", nameof(methods));
            int last = Array.FindIndex(lines, first, line => line.Length == 0 || line == "}") - 1;
            foreach (string line in lines[first..(last + 1)]) text.Append(line.StartsWith(Indent, StringComparison.Ordinal) ? line[Indent.Length..] : line).Append('\n');
            text.Append('\n');
        }
        return text.ToString().TrimEnd();
    }
}

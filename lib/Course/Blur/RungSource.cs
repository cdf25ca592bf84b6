namespace Course.Blur;

/// <summary>
/// Cuts the shown part of a rung from its embedded source file. In such a file the properties come first, then <c>Blur</c> and its
/// own private methods, then what connects the rung to the ladder, which begins with <c>private protected</c> or <c>internal</c>.
/// </summary>
internal static class RungSource
{
    private const string Indent = "    ";

    public static string Of(Type rung)
    {
        string[] lines = File(rung).Split('\n');
        int first = Array.FindIndex(lines, line => line.StartsWith(Indent + "public ", StringComparison.Ordinal) && line.Contains(" Blur"));
        int end = Array.FindIndex(lines, first, EndsShownPart);
        return string.Join('\n', lines[first..end].Select(Unindent)).Trim();
    }

    /// <summary>The whole text of the file that declares a rung, as it was compiled.</summary>
    public static string File(Type rung)
    {
        using Stream stream = rung.Assembly.GetManifestResourceStream($"source/Rungs/{rung.Name}.cs")
            ?? throw new ArgumentException($"The source of {rung.Name} is not embedded: a rung's file is Blur/Rungs/{rung.Name}.cs.", nameof(rung));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static bool EndsShownPart(string line) =>
        line == "}" || line.StartsWith(Indent + "private protected ", StringComparison.Ordinal)
        || line.StartsWith(Indent + "internal ", StringComparison.Ordinal);

    private static string Unindent(string line) => line.StartsWith(Indent, StringComparison.Ordinal) ? line[Indent.Length..] : line;
}

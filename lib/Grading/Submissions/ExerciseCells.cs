using System.Text.RegularExpressions;
using Notebooks;

namespace Grading.Submissions;

/// <summary>The answers in a notebook: code cells whose first line is <c>// exercise: id</c>, however the line was retyped.</summary>
public static partial class ExerciseCells
{
    /// <summary>Exercise to source; of several cells for one exercise the last that is not empty counts.</summary>
    public static IReadOnlyDictionary<string, string> In(Notebook notebook)
    {
        var answers = new Dictionary<string, string>();
        foreach (NotebookCell cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
            if (IdOf(cell.Source) is { } id && (Body(cell.Source).Length > 0 || !answers.ContainsKey(id))) answers[id] = Code(cell.Source);
        return answers;
    }

    /// <summary>The exercise that a source answers by its first line; null if it names none.</summary>
    public static string? IdOf(string source) => FirstLine().Match(source) is { Success: true } match ? match.Groups[1].Value.ToLowerInvariant() : null;

    /// <summary>What stands below the first line.</summary>
    internal static string Body(string source) => FirstLine().Replace(source, "").Trim();

    /// <summary>What a compiler takes: a line that names the language is none of it. The lines keep their numbers.</summary>
    internal static string Code(string source) => LanguageLine().Replace(source, "");

    // Nothing is tried twice: megabytes of spaces are read once. The id stands on the line itself.
    [GeneratedRegex(@"\A(?>[\s\uFEFF]*)(?:#!(?:csharp|c\#|cs)(?>\s*))?//+(?>[^\S\n]*)exercise(?>[^\S\n]*)[:=]?(?>[^\S\n]*)([a-z0-9]+(?:-[a-z0-9]+)*)[^\n]*", RegexOptions.IgnoreCase)]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"(?<=\A[\s\uFEFF]*)#!(?:csharp|c\#|cs)(?=\s)", RegexOptions.IgnoreCase)]
    private static partial Regex LanguageLine();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notebooks;

/// <summary>The rules that every notebook of the course keeps in git: nothing stored that running it will make, and cells a reader can take in.</summary>
public static partial class NotebookHygiene
{
    public const string FirstLine = "#!import ../lib/course.csx";
    private const int LongestCell = 15;
    private const int LongestExercise = 20;

    /// <summary>Every rule that the notebook breaks, in the order of its cells.</summary>
    public static IReadOnlyList<HygieneFinding> Check(string file, Notebook notebook)
    {
        var findings = new List<HygieneFinding>();
        void Find(int cell, string message) => findings.Add(new HygieneFinding(file, cell, message));

        NotebookCell[] code = [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Code)];
        int prose = notebook.Cells.Count(cell => cell.Kind == CellKind.Markdown);
        foreach (string fault in MetadataFaults(notebook.Metadata)) Find(0, fault);
        if (notebook.Title is null) Find(0, "no heading '# …' to name it by");
        if (notebook.Minutes is null) Find(0, "no line that states the minutes, such as '*20 minutes*'");
        if (prose < code.Length) Find(0, $"{code.Length} code cells but {prose} of prose; each code cell needs one");
        if (code.Length == 0 || code[0].Source.Trim() != FirstLine)
            Find(code.FirstOrDefault()?.Number ?? 0, $"the first code cell is exactly '{FirstLine}'");

        foreach (NotebookCell cell in notebook.Cells)
        {
            foreach (string fault in CellFaults(cell)) Find(cell.Number, fault);
        }
        return findings;
    }

    private static IEnumerable<string> CellFaults(NotebookCell cell)
    {
        string source = cell.Source;
        if (MachinePath().Match(source) is { Success: true } path) yield return $"names a folder of one machine: {path.Value}";
        if (cell.Kind != CellKind.Code) yield break;
        if (cell.ExecutionCount is not null) yield return "has an execution count; clear the outputs before committing";
        if (cell.Outputs.Count > 0) yield return "has outputs; clear them before committing";
        bool exercise = source.StartsWith("// exercise:", StringComparison.Ordinal);
        int lines = source.TrimEnd().Split('\n').Length;
        int limit = exercise ? LongestExercise : LongestCell;
        if (lines > limit) yield return $"has {lines} lines; {(exercise ? "an exercise" : "a cell")} has at most {limit}";
        if (source.Length == 0) yield return "is empty";
    }

    private static IEnumerable<string> MetadataFaults(JsonObject metadata)
    {
        (string Field, string Expected)[] rules =
        [
            ("kernelspec.name", ".net-csharp"), ("kernelspec.language", "C#"), ("kernelspec.display_name", ".NET (C#)"),
            ("language_info.name", "C#"), ("language_info.file_extension", ".cs"), ("language_info.mimetype", "text/x-csharp"),
            ("language_info.pygments_lexer", "csharp"),
        ];
        foreach ((string field, string expected) in rules)
        {
            string[] steps = field.Split('.');
            var found = (metadata[steps[0]] as JsonObject)?[steps[1]];
            if (found?.ToString() != expected) yield return $"metadata {field} is {found?.ToJsonString() ?? "missing"}, not \"{expected}\"";
        }
    }

    [GeneratedRegex(@"(?<![\w.:/])/(?:home|Users|root|work|mnt)/[\w./-]*|\b[A-Za-z]:\\[\w\\]+")]
    private static partial Regex MachinePath();
}

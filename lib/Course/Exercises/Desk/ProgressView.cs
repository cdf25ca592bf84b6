using System.Text;
using Course.Exercises.Files;
using Course.Exercises.Verdicts;
using Display;

namespace Course.Exercises.Desk;

/// <summary>The map of the course: every notebook's exercises and what has been reached in them.</summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class ProgressView : IDisplayable
{
    private readonly (string Notebook, string Title, string Id, ExerciseProgress Progress)[] _rows;

    internal ProgressView(string notebooks, IReadOnlyDictionary<string, ExerciseProgress> progress) => _rows =
    [
        .. ExerciseFolder.Ids(notebooks).Select(id => (ExerciseFolder.Find(notebooks, id).File, Id: id))
            .Select(each => (each.File.Notebook, each.File.Title, each.Id, progress.GetValueOrDefault(each.Id) ?? new())),
    ];

    public MimeBundle ToBundle()
    {
        var html = new StringBuilder("<table><thead><tr><th style=\"text-align:left\">notebook</th><th style=\"text-align:left\">exercise</th><th>reached</th><th>best</th><th>help</th></tr></thead><tbody>");
        foreach (var (notebook, title, _, progress) in _rows)
            html.Append($"<tr><td style=\"text-align:left\">{VerdictHtml.Text(notebook)}</td><td style=\"text-align:left\">{VerdictHtml.Text(title)}</td><td>{Mark(progress)}</td><td>{Best(progress)}</td><td>{Remark(progress)}</td></tr>");
        html.Append($"</tbody></table><p>{Sum()}</p>");
        return new MimeBundle().Add("text/html", html.ToString()).Add("text/plain", ToString());
    }

    public override string ToString()
    {
        int notebooks = _rows.Max(row => row.Notebook.Length), titles = _rows.Max(row => row.Title.Length);
        return string.Join('\n', _rows.Select(row =>
            $"{row.Notebook.PadRight(notebooks)}  {row.Title.PadRight(titles)}  {Mark(row.Progress),-6}  {Best(row.Progress),-10}  {Remark(row.Progress)}".TrimEnd())) + "\n\n" + Sum();
    }

    private static string Mark(ExerciseProgress progress) => progress.Passed ? "passed" : progress.Open ? "open" : progress.Checks > 0 ? "begun" : "";

    private static string Best(ExerciseProgress progress) => progress.Checks == 0 ? "" : $"{progress.Best:0.##} of {progress.OutOf:0.##}";

    private static string Remark(ExerciseProgress progress) =>
        progress.Revealed ? "solution read first" : progress.Hints > 0 ? $"{progress.Hints} of 3 hints" : "";

    private string Sum()
    {
        int open = _rows.Count(row => Mark(row.Progress) == "open");
        return $"{_rows.Count(row => row.Progress.Passed)} of {_rows.Length} exercises passed."
            + (open == 0 ? "" : $" Open: {open}, where all that could be judged here is earned; your instructor's grading, or a quieter machine, judges the rest.");
    }
}

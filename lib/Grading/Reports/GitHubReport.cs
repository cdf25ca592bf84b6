using System.Text;
using Course.Exercises.Verdicts;
using Grading.Batch;

namespace Grading.Reports;

/// <summary>The verdicts as GitHub shows them: annotations (workflow commands, escaped) and a summary (Markdown, escaped).</summary>
internal static class GitHubReport
{
    public static string Annotations(IReadOnlyList<GradedSubmission> graded)
    {
        var text = new StringBuilder();
        foreach (GradedSubmission each in graded.Where(each => each.Verdict.Status is not (VerdictStatus.Pass or VerdictStatus.Missing)))
        {
            string level = each.Verdict.Status == VerdictStatus.Inconclusive ? "notice" : each.Verdict.Status == VerdictStatus.Partial ? "warning" : "error";
            text.Append($"::{level} title={Property($"{each.Learner}: {each.Verdict.Title}")}::{Message(VerdictText.Write(each.Verdict))}\n");
        }
        return text.ToString();
    }

    public static string Summary(GradingRun run, IReadOnlyList<GradedSubmission> graded)
    {
        var text = new StringBuilder("# Grades\n\n");
        if (run.Unsafe) text.Append("**Judged without a sandbox.**\n\n");
        text.Append($"{graded.Count(each => each.Verdict.Status == VerdictStatus.Pass)} of {graded.Count} submissions pass.\n\n| learner | exercise | status | points | reason |\n|---|---|---|---|---|\n");
        foreach (GradedSubmission each in graded.Where(each => each.Verdict.Status != VerdictStatus.Missing))
            text.Append($"| {Cell(each.Learner)} | {Cell(each.Verdict.Title)} | {VerdictText.Say(each.Verdict.Status)} | {each.Verdict.Points:0.##} of {each.Verdict.OutOf:0.##} | {Cell(each.Verdict.Why)} |\n");
        foreach (var learner in graded.Where(each => each.Verdict.Status == VerdictStatus.Missing).GroupBy(each => each.Learner))
            text.Append($"| {Cell(learner.Key)} | {learner.Count()} more | missing | 0 of {learner.Sum(each => each.Verdict.OutOf):0.##} | {Cell(string.Join(", ", learner.Select(each => each.Exercise)))} |\n");
        return text.ToString();
    }

    private static string Message(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    /// <summary>Every sign that Markdown or HTML could take for its own as a number.</summary>
    private static string Cell(string text) =>
        string.Concat(text.Take(300).Select(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or ',' ? c.ToString() : char.IsControl(c) ? " " : char.IsSurrogate(c) ? "?" : $"&#{(int)c};"));
}

using System.Text;
using Course.Exercises.Verdicts;
using Grading.Batch;

namespace Grading.Reports;

/// <summary>The verdicts as GitHub shows them: annotations (workflow commands, escaped) and a summary (Markdown, escaped).</summary>
internal static class GitHubReport
{
    private const int LongestCell = 600;

    public static string Annotations(IReadOnlyList<GradedSubmission> graded)
    {
        var text = new StringBuilder();
        foreach (GradedSubmission each in graded.Where(each => !each.Untouched && each.Verdict.Status is not (VerdictStatus.Pass or VerdictStatus.Missing)))
        {
            string level = each.Verdict.Status == VerdictStatus.Inconclusive ? "notice" : each.Verdict.Status == VerdictStatus.Partial ? "warning" : "error";
            text.Append($"::{level} title={Property(PlainText.Of($"{each.Learner}: {each.Verdict.Title}"))}::{Message(VerdictText.Write(each.Verdict))}\n");
        }
        return text.ToString();
    }

    public static string Summary(GradingRun run, IReadOnlyList<GradedSubmission> graded)
    {
        var text = new StringBuilder("# Grades\n\n");
        if (run.Unsafe) text.Append("**Judged without a sandbox.**\n\n");
        text.Append($"{graded.Count(each => each.Verdict.Status == VerdictStatus.Pass)} of {graded.Count(IsAnswer)} answers pass.\n\n| learner | exercise | status | points | reason |\n|---|---|---|---|---|\n");
        foreach (GradedSubmission each in graded.Where(IsAnswer))
            text.Append($"| {Cell(each.Learner)} | {Cell(each.Verdict.Title)} | {VerdictText.Say(each.Verdict.Status)} | {each.Verdict.Points:0.##} of {each.Verdict.OutOf:0.##} | {Cell(each.Verdict.Why)} |\n");
        foreach (var others in graded.Where(each => !IsAnswer(each)).GroupBy(each => (each.Learner, Status: each.Untouched ? "not begun" : "missing")))
            text.Append($"| {Cell(others.Key.Learner)} | {others.Count()} more | {others.Key.Status} | {others.Sum(each => each.Verdict.Points):0.##} of {others.Sum(each => each.Verdict.OutOf):0.##} | {Cell(string.Join(", ", others.Select(each => each.Exercise)))} |\n");
        return text.ToString();
    }

    /// <summary>Neither missing nor the starter as it was.</summary>
    private static bool IsAnswer(GradedSubmission each) => !each.Untouched && each.Verdict.Status != VerdictStatus.Missing;

    private static string Message(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    /// <summary>Every sign that Markdown or HTML could take for its own as a number.</summary>
    private static string Cell(string text) =>
        string.Concat(PlainText.Of(text.Length <= LongestCell ? text : text[..LongestCell] + "…").Select(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or ',' ? c.ToString() : char.IsSurrogate(c) ? "?" : $"&#{(int)c};"));
}

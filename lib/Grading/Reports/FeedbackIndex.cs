using System.Text;
using Course.Exercises.Verdicts;
using Grading.Batch;

namespace Grading.Reports;

/// <summary>The instructor's page: every learner with a link, what is flagged and what stays open first.</summary>
internal static class FeedbackIndex
{
    public static string Write(GradingRun run, IReadOnlyList<GradedSubmission> graded)
    {
        var body = new StringBuilder("<h1>Grades</h1>\n<p>");
        body.Append(string.Join(", ", graded.CountBy(each => each.Verdict.Status).OrderBy(each => each.Key).Select(each => $"{each.Value} {VerdictText.Say(each.Key)}"))).Append(".</p>\n");
        Section(body, "Flagged", "", graded.Where(each => each.Verdict.Status == VerdictStatus.Flagged));
        Section(body, "Open", "<p>What the machine was too busy for is graded again with <code>--only inconclusive</code>.</p>", graded.Where(each => each is { Untouched: false, IsOpen: true }));
        body.Append("<h2>Learners</h2>\n<table><thead><tr><th>learner</th><th>pass</th><th>points</th></tr></thead><tbody>\n");
        foreach (var learner in graded.GroupBy(each => each.Learner))
            body.Append($"<tr><td>{Link(learner.Key)}</td><td>{learner.Count(each => each.Verdict.Status == VerdictStatus.Pass)} of {learner.Count()}</td>")
                .Append($"<td>{learner.Sum(each => each.Verdict.Points):0.##} of {learner.Sum(each => each.Verdict.OutOf):0.##}</td></tr>\n");
        return FeedbackPage.Page("Grades", run, body.Append("</tbody></table>").ToString());
    }

    private static void Section(StringBuilder body, string title, string words, IEnumerable<GradedSubmission> graded)
    {
        GradedSubmission[] listed = [.. graded];
        if (listed.Length == 0) return;
        body.Append($"<h2>{title}</h2>\n{words}<ul>");
        foreach (GradedSubmission each in listed) body.Append($"<li>{Link(each.Learner)}, {VerdictHtml.Text(each.Verdict.Title)}: {VerdictHtml.Text(each.Verdict.Reason)}</li>\n");
        body.Append("</ul>\n");
    }

    private static string Link(string learner) => $"<a href=\"{FeedbackPage.FileName(learner)}\">{VerdictHtml.Text(learner)}</a>";
}

using System.Text.RegularExpressions;
using System.Xml.Linq;
using Course.Exercises.Verdicts;
using Grading.Batch;
using Grading.Reports;

namespace Grading.Tests.Reports;

public class ReportTests
{
    private static readonly string[] Nasty =
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", "＝1", "a\"b", "]]><x/>", "\0\u0001\uD800", "<script>alert(1)</script>", "a|b`c*d_e[f](g)", "::error::x\n::set-output name=a::b", "../../x", new string('x', 5000), "a\u202Eb\u2066c\u2028d\u001B[31m", "",
    ];

    [Theory]
    [InlineData("=1", "\"'=1\"")]
    [InlineData("  @x", "\"'  @x\"")]
    [InlineData("a \"b\"", "\"a \"\"b\"\"\"")]
    [InlineData("plain", "\"plain\"")]
    public void A_spreadsheet_finds_no_formula(string text, string cell) => Assert.Equal(cell, CsvReport.Cell(text));

    [Fact]
    public void Nothing_that_a_learner_wrote_gets_out_of_its_place()
    {
        GradedSubmission[] graded = [.. Nasty.Select(text => new GradedSubmission(text, "loop-order", "", 1, Of(text)))];
        var run = new GradingRun(1, 1, DateTimeOffset.UnixEpoch, false);

        Assert.Equal(Nasty.Length, XDocument.Parse(JUnitReport.Write(graded)).Descendants("testcase").Count());
        Assert.Equal(Nasty.Length, GitHubReport.Annotations(graded).Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => Regex.IsMatch(line, "^::error title=[^:,]*::")));
        string summary = GitHubReport.Summary(run, graded);
        Assert.DoesNotContain("<", summary);
        Assert.All(summary.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)), line => Assert.Equal(6, line.Count(c => c == '|')));
        foreach (string text in Nasty)
        {
            Assert.Matches(@"^[A-Za-z0-9_-]{0,40}-[0-9a-f]{10}\.html$", FeedbackPage.FileName(text));
            Assert.DoesNotContain("<script", FeedbackPage.Write(text, run, graded));
        }
        string[] read = [summary, GitHubReport.Annotations(graded), CsvReport.Write(graded), FeedbackIndex.Write(run, graded)];
        Assert.All(read, report => Assert.DoesNotMatch("[\u202E\u2066\u2028\u001B]", report));
        Assert.Equal(Nasty.Length, Nasty.Select(FeedbackPage.FileName).Distinct().Count());
    }

    [Fact]
    public void An_open_criterions_points_are_out_of_the_sum_everywhere()
    {
        Verdict open = Of("busy") with { Criteria = [new("correct", Outcome.Earned, "", "", 7, 7, "judge"), new("speed", Outcome.Inconclusive, "", "", 0, 3, "judge")] };
        Assert.Equal(7, open.OutOf);
        Assert.Contains("(of 3)", VerdictText.Write(open));
        Assert.Contains("(of 3)", VerdictHtml.Write(open));
        Assert.DoesNotContain("0 of 3", VerdictHtml.Write(open));
    }

    [Fact]
    public void Starters_as_they_were_are_put_aside_and_keep_their_points()
    {
        var run = new GradingRun(1, 1, DateTimeOffset.UnixEpoch, false);
        Verdict half = Of("half") with { Status = VerdictStatus.Partial, Criteria = [new("correct", Outcome.Earned, "", "", 4, 4, "judge"), new("speed", Outcome.Missed, "", "", 0, 6, "judge")] };
        GradedSubmission[] graded = [new("ada", "loop-order", "", 1, half, Untouched: true), new("ada", "pad-a-pitch", "", 1, Of("tried"))];
        Assert.Single(GitHubReport.Annotations(graded).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("0 of 1 answers pass", GitHubReport.Summary(run, graded));
        Assert.Contains("| ada | 1 more | not begun | 4 of 10 |", GitHubReport.Summary(run, graded));
        Assert.Contains("4 of 18 points", FeedbackPage.Write("ada", run, graded));
        Assert.Contains("Not begun.", FeedbackPage.Write("ada", run, graded));
    }

    [Fact]
    public void No_report_tells_the_seed_and_each_tells_of_a_missing_sandbox()
    {
        string folder = Directory.CreateTempSubdirectory("course-reports").FullName;
        try
        {
            ReportSet.Write(folder, new GradingRun(1, 1_234_567_891, DateTimeOffset.UnixEpoch, Unsafe: true), [new("ada", "loop-order", "", 1, Of("wrong") with { Unsafe = true })]);
            string[] reports = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
            Assert.Equal(7, reports.Length);
            Assert.All(reports, file => Assert.DoesNotContain("1234567891", File.ReadAllText(file)));
            Assert.All(reports, file => Assert.Matches("without a sandbox|\"unsafe\": true|name=\"sandbox\" value=\"no\"|reason,sandbox\r\n.*,\"no\"", File.ReadAllText(file)));
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    [Fact]
    public void A_verdict_survives_its_json()
    {
        Verdict verdict = Of("=1\n<b>");
        Verdict read = Verdict.FromJson(verdict.ToJson());
        Assert.Equal(VerdictText.Write(verdict), VerdictText.Write(read));
        Assert.Throws<InvalidDataException>(() => Verdict.FromJson("{}"));
        Assert.Throws<InvalidDataException>(() => Verdict.FromJson(verdict.ToJson().Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)));
    }

    private static Verdict Of(string text) => new()
    {
        Exercise = "loop-order",
        Title = "Fix the loop order",
        Status = VerdictStatus.Fail,
        Reason = text,
        Next = text,
        Criteria = [new("correct", Outcome.Missed, text, text, 0, 2, "judge", double.NaN), new("misses", Outcome.NotJudged, "", "", 0, 6, "judge")],
        Smallest = new(text, text, text, text, text, [[1, double.NaN]]),
    };
}

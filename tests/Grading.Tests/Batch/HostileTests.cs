using System.Xml.Linq;
using Course.Exercises.Verdicts;
using Grading.Batch;

namespace Grading.Tests.Batch;

/// <summary>The grader as it is used: allow-list, then sandbox.</summary>
[Collection(OneJudge.Collection)]
public class HostileTests(HostileTests.Graded graded) : IClassFixture<HostileTests.Graded>
{
    public static TheoryData<string> Names() => Attacks.Names();

    [SkippableTheory, MemberData(nameof(Names))]
    public void An_attack_earns_nothing_or_is_flagged(string attack)
    {
        Sandboxed.Launcher();
        foreach (GradedSubmission each in graded.Graded!.Where(each => each.Learner == attack))
            Assert.True(each.Verdict.Points == 0 || each.Verdict.Status == VerdictStatus.Flagged, VerdictText.Write(each.Verdict));
        Assert.DoesNotContain(graded.Graded!.Where(each => each.Learner == attack), each => each.Verdict.Reason.Contains("grader itself failed", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void There_are_at_least_thirty_and_the_batch_ends()
    {
        Sandboxed.Launcher();
        Assert.True(Attacks.Files.Length >= 30);
        Assert.Equal(Attacks.Files.Length, graded.Graded!.Select(each => each.Learner).Distinct().Count());
        Attacks.AssertNothingIsLeft(graded.Canary);
    }

    [SkippableFact]
    public void No_report_carries_what_an_answer_put_into_it()
    {
        Sandboxed.Launcher();
        string Report(string name) => File.ReadAllText(Path.Combine(graded.Out, name));

        XDocument junit = XDocument.Parse(Report("junit.xml"));
        Assert.DoesNotContain(junit.Descendants("testcase"), each => (string?)each.Attribute("name") == "forged");
        Assert.All(Report("github-annotations.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches("^::(error|warning|notice) title=[^:]*::", line));
        Assert.All(Report("grades.csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1), line => Assert.DoesNotMatch("(^|,)\"?[=+@-]", line));
        foreach (string page in Directory.EnumerateFiles(Path.Combine(graded.Out, "feedback")))
        {
            Assert.DoesNotContain("<script", File.ReadAllText(page), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", File.ReadAllText(page), StringComparison.OrdinalIgnoreCase);
        }
    }

    public sealed class Graded() : HostileBatch(allowList: true);
}

using System.Xml.Linq;
using Course.Exercises.Verdicts;
using Grading.Batch;

namespace Grading.Tests.Batch;

/// <summary>Each attack of tests/hostile against the grader as it is used, and against the sandbox alone.</summary>
[Collection(OneJudge.Collection)]
public class HostileTests(HostileBatches batches) : IClassFixture<HostileBatches>
{
    public static TheoryData<string> Names() => Attacks.Names();

    [SkippableTheory, MemberData(nameof(Names))]
    public void An_attack_earns_nothing_or_is_flagged(string attack)
    {
        Sandboxed.Launcher();
        foreach (GradedSubmission each in batches.Listed!.Of(attack))
            Assert.True(each.Verdict.Points == 0 || each.Verdict.Status == VerdictStatus.Flagged, VerdictText.Write(each.Verdict));
        Assert.DoesNotContain(batches.Listed!.Of(attack), each => each.Verdict.Reason.Contains("grader itself failed", StringComparison.Ordinal));
    }

    [SkippableTheory, MemberData(nameof(Names))]
    public void An_attack_earns_nothing_even_where_it_is_run(string attack)
    {
        Sandboxed.Launcher();
        bool earns = Attacks.NeedTheAllowList.Contains(attack);
        foreach (GradedSubmission each in batches.Alone!.Of(attack))
            Assert.True(earns || each.Verdict.Points == 0 || each.Verdict.Status == VerdictStatus.Flagged, VerdictText.Write(each.Verdict));
        Attacks.AssertNothingIsLeft(batches.Alone.Canary);
    }

    [SkippableFact]
    public void There_are_at_least_thirty_and_the_batch_ends()
    {
        Sandboxed.Launcher();
        Assert.True(Attacks.Files.Length >= 30);
        Assert.Equal(Attacks.Files.Length, batches.Listed!.Graded.Select(each => each.Learner).Distinct().Count());
        Attacks.AssertNothingIsLeft(batches.Listed.Canary);
    }

    [SkippableFact]
    public void No_report_carries_what_an_answer_put_into_it()
    {
        Sandboxed.Launcher();
        string Report(string name) => File.ReadAllText(Path.Combine(batches.Listed!.Out, name));

        XDocument junit = XDocument.Parse(Report("junit.xml"));
        Assert.DoesNotContain(junit.Descendants("testcase"), each => (string?)each.Attribute("name") == "forged");
        Assert.All(Report("github-annotations.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches("^::(error|warning|notice) title=[^:]*::", line));
        Assert.All(Report("grades.csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1), line => Assert.DoesNotMatch("(^|,)\"?[=+@-]", line));
        foreach (string page in Directory.EnumerateFiles(Path.Combine(batches.Listed!.Out, "feedback")))
        {
            Assert.DoesNotContain("<script", File.ReadAllText(page), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", File.ReadAllText(page), StringComparison.OrdinalIgnoreCase);
        }
    }
}

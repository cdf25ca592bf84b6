using Course.Exercises.Verdicts;

namespace Grading.Tests.Batch;

/// <summary>The same attacks with the allow-list switched off: what the sandbox and the judge's distance hold by themselves.</summary>
[Collection(OneJudge.Collection)]
public class SandboxAloneTests(SandboxAloneTests.Graded graded) : IClassFixture<SandboxAloneTests.Graded>
{
    public static TheoryData<string> Names() => Attacks.Names();

    [SkippableTheory, MemberData(nameof(Names))]
    public void An_attack_earns_nothing_even_where_it_is_run(string attack)
    {
        Sandboxed.Launcher();
        foreach (var each in graded.Graded!.Where(each => each.Learner == attack))
            Assert.True(each.Verdict.Points == 0, VerdictText.Write(each.Verdict));
    }

    [SkippableFact]
    public void The_machine_is_as_before()
    {
        Sandboxed.Launcher();
        Attacks.AssertNothingIsLeft(graded.Canary);
    }

    public sealed class Graded() : HostileBatch(allowList: false);
}

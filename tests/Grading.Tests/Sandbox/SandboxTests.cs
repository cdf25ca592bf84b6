using Grading.Children;
using Grading.Sandbox;

namespace Grading.Tests.Sandbox;

[Collection(OneJudge.Collection)]
public class SandboxTests
{
    [SkippableFact]
    public void The_sandbox_keeps_the_probe_from_everything()
    {
        Assert.Equal("", SandboxTest.Fault(Sandboxed.Launcher()));
    }

    [Fact]
    public void The_self_test_notices_that_there_is_no_sandbox()
    {
        string fault = SandboxTest.Fault(new PlainLauncher());
        Assert.Contains("read a file of the grader", fault);
        Assert.Contains("open a connection", fault);
        Assert.Contains("fork without end", fault);
    }
}

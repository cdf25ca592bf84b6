using Course.Exercises.Verdicts;
using Grading.Children;
using Grading.Judging;

namespace Grading.Tests.Children;

[Collection(OneJudge.Collection)]
public class GroupMemoryTests
{
    [SkippableTheory, InlineData(true), InlineData(false)]
    public void Many_processes_share_one_limit_on_memory(bool sandboxed)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux shows what a process has started.");
        ILauncher launcher = sandboxed ? Sandboxed.Launcher() : new PlainLauncher();
        using var judge = new Judge(Repository.Notebooks, launcher) { AllowList = false };
        Verdict verdict = judge.Decide("loop-order", File.ReadAllText(Path.Combine(Repository.Root, "tests", "hostile", "memory-of-many.cs")), seed: 1);
        Assert.Equal(VerdictStatus.Crash, verdict.Status);
        Assert.Contains("It used more memory than", verdict.Reason, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_group_holds_what_its_processes_hold()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux shows what a process has started.");
        using var shell = System.Diagnostics.Process.Start("/bin/sh", ["-c", "(dd if=/dev/zero bs=60M count=1 2>/dev/null & dd if=/dev/zero bs=60M count=1 2>/dev/null) | sleep 60"]);
        try
        {
            long bytes = 0;
            for (int i = 0; i < 1200 && bytes < 120_000_000; i++, Thread.Sleep(50)) bytes = ProcessGroup.ResidentBytes(shell.Id);
            Assert.InRange(bytes, 120_000_000, 400_000_000);
        }
        finally { shell.Kill(entireProcessTree: true); }
        shell.WaitForExit();
        Assert.Equal(0, ProcessGroup.ResidentBytes(shell.Id));
    }
}

using Grading.Sandbox;

namespace Cli.Doctor;

/// <summary>Whether the answers of others can be judged here: the probe is run, nothing is assumed.</summary>
internal static class GradingSandbox
{
    public static Finding Probe()
    {
        var (launcher, lack) = BubblewrapLauncher.Find();
        if (launcher is null) return new("grading sandbox", "none", $"Not needed to check your own answers. {lack}");
        string fault = SandboxTest.Fault(launcher);
        return fault.Length == 0
            ? new("grading sandbox", "holds: a probe could read no file, open no connection and not fork without end")
            : new("grading sandbox", fault.StartsWith(SandboxTest.DidNotRun, StringComparison.Ordinal) ? "cannot be started: " + fault : $"does not hold: {fault}", $"Not needed to check your own answers. {BubblewrapLauncher.Remedy}");
    }
}

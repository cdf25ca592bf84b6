using Grading.Sandbox;

namespace Grading.Tests;

/// <summary>The sandbox, where there is one.</summary>
internal static class Sandboxed
{
    /// <summary>Why there is none: not installed, or not permitted in this container. A sandbox that starts and leaks is no reason.</summary>
    private static readonly Lazy<string> Lack = new(() =>
    {
        var (launcher, lack) = BubblewrapLauncher.Find();
        if (launcher is null) return lack;
        string fault = SandboxTest.Fault(launcher);
        return fault.StartsWith(SandboxTest.DidNotRun, StringComparison.Ordinal) ? $"{fault} {BubblewrapLauncher.Remedy}" : "";
    });

    public static BubblewrapLauncher? OrNothing() => Lack.Value.Length == 0 ? BubblewrapLauncher.Find().Launcher : null;

    public static BubblewrapLauncher Launcher()
    {
        if (Lack.Value.Length > 0 && Environment.GetEnvironmentVariable("COURSE_REQUIRE_ALL") == "1") Assert.Fail(Lack.Value);
        Skip.If(Lack.Value.Length > 0, Lack.Value);
        return BubblewrapLauncher.Find().Launcher!;
    }
}

using System.Diagnostics;

namespace Grading.Children;

/// <summary>A child without a sandbox, for the learner's own code on the learner's own machine: limits on memory and time, an environment of its own.</summary>
public sealed class PlainLauncher : ILauncher
{
    public bool IsSandbox => false;

    public ProcessStartInfo Prepare(string program, ChildLimits limits)
    {
        var start = new ProcessStartInfo(DotnetHost.Path) { WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(program);
        start.Environment.Clear();
        foreach ((string name, string value) in ChildEnvironment.Of(limits)) start.Environment[name] = value;
        // Windows cannot start a runtime without these two.
        foreach (string name in new[] { "SystemRoot", "TEMP" })
            if (OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable(name) is { } value) start.Environment[name] = value;
        return start;
    }
}

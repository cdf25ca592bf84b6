using System.Diagnostics;

namespace Grading.Children;

/// <summary>How a child process is started: in a sandbox or not.</summary>
public interface ILauncher
{
    /// <summary>False where judged code could reach what the judge can reach.</summary>
    bool IsSandbox { get; }

    /// <param name="program">The .NET program, a .dll with its runtimeconfig.json beside it.</param>
    ProcessStartInfo Prepare(string program, ChildLimits limits);
}

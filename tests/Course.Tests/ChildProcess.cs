using System.Diagnostics;
using System.Reflection;

namespace Course.Tests;

/// <summary>Runs a test's body in a process of its own, because settings of the runtime such as the instruction sets are read at its start.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Instruction sets to switch off, one child each; the empty setting is the machine as it is.</summary>
    public static TheoryData<string> InstructionSets => new("", "EnableAVX512", "EnableAVX2", "EnableHWIntrinsic");

    /// <summary>Runs a static method without arguments; what it throws fails the calling test.</summary>
    /// <param name="switchedOff">The runtime's setting that is set to 0, without its prefix; empty for none.</param>
    public static void Run(Action body, string switchedOff = "")
    {
        MethodInfo method = body.Method;
        Assert.True(method.IsStatic && method.DeclaringType is { IsNested: false }, "A child process can only call a named static method.");
        var start = new ProcessStartInfo("dotnet", ["exec", method.DeclaringType!.Assembly.Location, method.DeclaringType.FullName!, method.Name])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        if (switchedOff != "") start.Environment["DOTNET_" + switchedOff] = "0";
        using Process child = Process.Start(start)!;
        Task<string> output = child.StandardOutput.ReadToEndAsync(), error = child.StandardError.ReadToEndAsync();
        if (!child.WaitForExit(Limit))
        {
            child.Kill(entireProcessTree: true);
            Assert.Fail($"{method.Name} did not end within {Limit}.");
        }
        Assert.True(child.ExitCode == 0, $"{method.Name} with {switchedOff}=0 ended with {child.ExitCode}:\n{error.Result}{output.Result}");
    }
}

using System.Diagnostics;

namespace Course.Tests.Profile;

/// <summary>A real process that runs a method of this assembly until it is killed.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;

    /// <param name="main">A static method without arguments that prints one line when it is under way.</param>
    /// <param name="environment">One more variable of its environment.</param>
    public RunningProgram(Action main, (string Name, string Value)? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", main.Method.DeclaringType!.Assembly.Location, main.Method.DeclaringType.FullName!, main.Method.Name])
        {
            RedirectStandardOutput = true,
        };
        if (environment is { } variable) start.Environment[variable.Name] = variable.Value;
        _process = Process.Start(start)!;
        Assert.Equal("ready", _process.StandardOutput.ReadLine());
    }

    public int Id => _process.Id;

    /// <summary>The next line that the method prints; null after the last.</summary>
    public string? ReadLine() => _process.StandardOutput.ReadLine();

    public void Kill() => _process.Kill();

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        // What a killed runtime leaves behind.
        foreach (string name in new[] { "clr-debug-pipe", "dotnet-diagnostic" })
            foreach (string file in Directory.GetFiles(Path.GetTempPath(), $"{name}-{Id}-*")) File.Delete(file);
        _process.Dispose();
    }
}

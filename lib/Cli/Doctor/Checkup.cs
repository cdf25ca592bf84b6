using System.ComponentModel;
using System.Diagnostics;
using Course.Blur.OffCpu;
using Course.Measure;
using Course.Measure.Counting;
using Notebooks.Book;
using Python;

namespace Cli.Doctor;

/// <summary>Asks this machine for everything the course can use. Nothing here is needed but the SDK; the rest makes more of the course live.</summary>
internal static class Checkup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static IEnumerable<Finding> All()
    {
        Machine machine = Machine.Current;
        yield return Sdk();
        yield return new("processor", $"{machine.Cpu}, {machine.Cores} {(machine.Cores == 1 ? "core" : "cores")}",
            machine.Cores > 1 ? null : "With one core the forms that use all cores gain nothing; give the machine or container two.");
        yield return machine.VectorBits switch
        {
            512 => new("vectors", "512 bits"),
            > 0 and var bits => new("vectors", $"{bits} bits", "Forms that need wider vectors are listed with the reason; a newer processor runs them."),
            _ => new("vectors", "none", "Unset DOTNET_EnableHWIntrinsic, or run on a processor with vector units."),
        };
        yield return machine.Caches.Count > 0
            ? new("caches", string.Join(", ", machine.DataCaches()))
            : new("caches", "unknown", "The system does not tell; charts are drawn without the cache sizes.");
        yield return new("compiler settings", machine.Runtime + ", " + JitSettings.Current,
            JitSettings.Current.QuickJitForLoops ? "Unset DOTNET_TC_QuickJitForLoops: with it, loops are timed before they are optimised." : null);
        yield return Python();
        yield return Program("Jupyter", "jupyter", ["notebook", "--version"], "Not needed in VS Code. Debian and Ubuntu: apt-get install jupyter-notebook");
        yield return Program("valgrind", "valgrind", ["--version"], "Exact instruction counts use it. Debian and Ubuntu: apt-get install valgrind");
        yield return HardwareCounters();
        yield return OpenClDevice.Missing is { } absent ? new("OpenCL", "no device", "Notebook 9 then shows a recorded run. " + absent)
            : new("OpenCL", string.Join(", ", OpenClDevice.All().Select(device => device.Name)));
        yield return GradingSandbox.Probe();
        yield return File.Exists(BookWriter.PlotlyPath(CourseFolder.Find().Root))
            ? new("plotly.js", "in place for the book's charts")
            : new("plotly.js", "missing", "The book shows still charts without it. Install npm, then: npm ci --prefix lib/Notebooks/web");
    }

    private static Finding HardwareCounters() => Counters.WhyNoHardware() is { } refusal
        ? new("hardware counters", refusal.Reason, refusal.Remedy)
        : new("hardware counters", "readable");

    private static Finding Sdk() => Ask("dotnet", ["--version"]) is { } version
        ? new(".NET SDK", version)
        : new(".NET SDK", "not found", "Install the .NET 10 SDK: https://dotnet.microsoft.com/download");

    private static Finding Python()
    {
        const string remedy = "apt-get install python3 python3-numpy python3-scipy python3-pandas python3-pil";
        const string listMissing = "import importlib.util; print(' '.join(m for m in ('numpy','scipy','pandas','PIL') if importlib.util.find_spec(m) is None))";
        if (PythonInterpreter.Find() is not { } python)
            return new("Python", "not found", "Its figures are then recorded ones, labelled. Debian and Ubuntu: " + remedy);
        string missing = Ask(python.Path, ["-c", listMissing]) ?? "";
        return new("Python", $"{python.Version} ({python.Path})",
            missing.Length == 0 ? null : $"Lacks {missing}; figures that need them are recorded ones. Debian and Ubuntu: {remedy}");
    }

    private static Finding Program(string name, string program, string[] arguments, string remedy) =>
        Ask(program, arguments) is { } version ? new(name, version.Split('\n')[0]) : new(name, "not found", remedy);

    /// <summary>What a program prints, trimmed; null when it is not there, fails or does not answer.</summary>
    private static string? Ask(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> said = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            if (process.WaitForExit(Patience)) return process.ExitCode == 0 ? said.Result.Trim() : null;
            process.Kill(entireProcessTree: true);
            return null;
        }
        catch (Win32Exception) { return null; }
    }
}

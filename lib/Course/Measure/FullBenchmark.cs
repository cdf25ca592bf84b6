using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Course.Measure;

/// <summary>
/// BenchmarkDotNet's full job: the benchmarks become a program of their own, and each case runs in fresh processes until its statistics
/// are settled. A minute for each case, more or less; <see cref="QuickBenchmark"/> takes a second and shares this process.
/// </summary>
public static class FullBenchmark
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Measures every method marked <c>[Benchmark]</c> in the text of a cell or file. Only its types are used, not its statements.</summary>
    /// <param name="source">C#; it may use this library.</param>
    /// <param name="dry">Runs each case once, to see whether it runs at all.</param>
    /// <param name="watch">Gets each line that BenchmarkDotNet writes.</param>
    /// <exception cref="ArgumentException">The text declares no benchmark.</exception>
    /// <exception cref="InvalidOperationException">It did not compile or did not run to its end; the message has the compiler's or BenchmarkDotNet's words.</exception>
    public static Measurements Run(string source, bool dry = false, Action<string>? watch = null)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("course-benchmark-");
        try
        {
            BenchmarkProgram.Write(folder.FullName, source);
            string results = Path.Combine(folder.FullName, "results.json"), compiled = Path.Combine(folder.FullName, "compiled.txt");
            List<string> said = Execute(folder.FullName, compiled, watch ?? (_ => { }), dry ? "dry" : "full", results);
            if (!File.Exists(results)) throw new InvalidOperationException($"The benchmarks did not run: {Reason(said)}");
            Row[] rows = JsonSerializer.Deserialize<Row[]>(File.ReadAllText(results))!;
            if (rows.FirstOrDefault(row => row.Nanoseconds.Length == 0) is { } failed)
                throw new InvalidOperationException($"'{failed.Label}' did not run to its end: {Reason(said)}");
            return new Measurements(rows.Select(row => new Measurement(row.Label, [.. row.Nanoseconds.Select(one => one / 1e6)], row.Bytes, row.Operations, row.Note,
                    JitListing.LastTier(compiled, row.Type, row.Method))),
                Machine.Current, JitSettings.Current, DateTimeOffset.Now);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Execute(string folder, string compiled, Action<string> watch, params string[] arguments)
    {
        string dotnet = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";
        var start = new ProcessStartInfo(dotnet) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string variable, string value) in JitListing.Request(compiled)) start.Environment[variable] = value;
        foreach (string argument in (string[])["run", "-c", "Release", "--", .. arguments]) start.ArgumentList.Add(argument);
        var said = new List<string>();
        using Process process = Process.Start(start)!;
        void Hear(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null) return;
            lock (said) said.Add(line.Data);
            watch(line.Data);
        }
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.WaitForExit(Patience))
        {
            process.WaitForExit(); // for the last lines
            return said;
        }
        process.Kill(entireProcessTree: true);
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The benchmarks took more than {Patience.TotalMinutes:0} minutes and were stopped."));
    }

    private static string Reason(List<string> said) =>
        said.FirstOrDefault(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal))?.Trim() ?? said.LastOrDefault(line => line.Length > 0) ?? "no reason was given";

    private sealed record Row(string Label, string Type, string Method, double[] Nanoseconds, long Bytes, long Operations, string Note);
}

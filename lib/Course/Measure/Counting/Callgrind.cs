using System.Diagnostics;

namespace Course.Measure.Counting;

/// <summary>
/// Exact instruction counts without any counter of the processor: Valgrind's Callgrind runs a program on a processor that it emulates,
/// some fifty times slower, and counts every instruction. Repeats itself to a few hundred-thousandths.
/// </summary>
public static class Callgrind
{
    private const string NotInstalled = "valgrind is not installed; it counts instructions exactly. Debian and Ubuntu: apt-get install valgrind";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Why it cannot be used here, in a sentence; null when it can.</summary>
    public static string? Missing { get; } = Find() is null ? NotInstalled : null;

    /// <summary>
    /// Runs two commands of which the second does the same as the first and then <paramref name="calls"/> calls more; their difference
    /// over the calls is one call, without the start of the program, the compiler's work and whatever else both do.
    /// </summary>
    /// <exception cref="InvalidOperationException">Valgrind is missing, or a command failed; the message says which and why.</exception>
    public static IReadOnlyList<CounterRow> Difference(IReadOnlyList<string> fewer, IReadOnlyList<string> more, int calls)
    {
        IReadOnlyDictionary<string, long> small = Run(fewer), large = Run(more);
        double Sum(params string[] events) => Math.Max(0, events.Sum(name => large.GetValueOrDefault(name) - small.GetValueOrDefault(name)) / (double)calls);
        const string model = "by Callgrind's model: its own caches and branch predictor";
        return
        [
            new(CounterKind.Instructions, Sum("Ir"), CounterOrigin.Simulated, "each one counted, on Callgrind's emulated processor"),
            new(CounterKind.CacheReferences, Sum("I1mr", "D1mr", "D1mw"), CounterOrigin.Simulated, model),
            new(CounterKind.CacheMisses, Sum("ILmr", "DLmr", "DLmw"), CounterOrigin.Simulated, model),
            new(CounterKind.Branches, Sum("Bc", "Bi"), CounterOrigin.Simulated, "conditional and indirect ones, counted by Callgrind"),
            new(CounterKind.BranchMisses, Sum("Bcm", "Bim"), CounterOrigin.Simulated, model),
        ];
    }

    /// <summary>The totals of one command, by Callgrind's names of events ("Ir": instructions).</summary>
    private static IReadOnlyDictionary<string, long> Run(IReadOnlyList<string> command)
    {
        if (Missing is { } missing) throw new InvalidOperationException(missing);
        string file = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("valgrind")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                // One compilation of each method, at once and complete, so that two runs execute the same instructions.
                Environment = { ["DOTNET_TieredCompilation"] = "0", ["DOTNET_TieredPGO"] = "0", ["DOTNET_EnableDiagnostics"] = "0" },
            };
            string[] arguments = ["--tool=callgrind", "--cache-sim=yes", "--branch-sim=yes", "--smc-check=all-non-file", $"--callgrind-out-file={file}", .. command];
            foreach (string argument in arguments) start.ArgumentList.Add(argument);
            using Process process = Process.Start(start)!;
            Task<string> said = process.StandardError.ReadToEndAsync(), printed = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                throw new InvalidOperationException($"'{string.Join(' ', command)}' did not end within {Patience.TotalMinutes:0} minutes under valgrind; give it less work.");
            }
            if (process.ExitCode != 0) throw new InvalidOperationException($"'{string.Join(' ', command)}' failed under valgrind: {LastLine(said.Result + printed.Result)}");
            return CallgrindOutput.Totals(File.ReadLines(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "it said nothing.";

    private static string? Find() => OperatingSystem.IsWindows() ? null
        : Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "valgrind")).FirstOrDefault(File.Exists);
}

using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Course.Caches;
using Course.Measure;
using Process = System.Diagnostics.Process;
using ProcessStartInfo = System.Diagnostics.ProcessStartInfo;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace Cli.Commands;

/// <summary><c>course cache bench</c>: million accesses per second of the simulator, beside another one where it is given.</summary>
internal static class CacheBenchCommand
{
    private const int Rounds = 7;

    private static readonly LevelConfiguration L1 = new("L1", CacheGeometry.OfSize(32 << 10, 8, 64));

    private static readonly (string Name, CacheConfiguration Configuration)[] Machines =
    [
        ("one level", new CacheConfiguration(L1)),
        ("one level, misses in three classes", new CacheConfiguration(L1 with { Classify = true })),
        ("three levels with write-backs", new CacheConfiguration(L1,
            new LevelConfiguration("L2", CacheGeometry.OfSize(256 << 10, 8, 64)), new LevelConfiguration("L3", CacheGeometry.OfSize(8 << 20, 16, 64)))),
    ];

    /// <param name="Workload">The trace.</param>
    /// <param name="Simulator">Which simulator, and how many levels.</param>
    /// <param name="Best">Million accesses per second of the quickest round: what the code can do where other work disturbs it.</param>
    private readonly record struct Row(string Workload, string Simulator, double Median, double Best);

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Also write the numbers and the machine to this file." };
        var peer = new Option<string?>("--peer") { Description = "A program that reads 16-byte accesses from a file and prints the million accesses per second of one and of two levels, and the misses of the first; see tests/Benchmarks/peers/cachegrind." };
        var command = new Command("bench", "Million accesses per second of the simulator on six workloads.") { json, peer };
        command.SetAction(parsed => Run(parsed.GetValue(json), parsed.GetValue(peer)));
        return command;
    }

    private static int Run(FileInfo? json, string? peer)
    {
        List<Row> rows = [];
        foreach (CacheWorkload workload in CacheWorkload.All()) rows.AddRange(Measure(workload, peer));
        rows.Add(Summarise("row blur 1k", "one level, loops as strides", [.. Enumerable.Range(0, Rounds).Select(_ => Speed(254 * 1022 * 10, () => CacheTotals.Of(Machines[0].Configuration, CacheWorkload.RowBlurLoops())))]));
        foreach (Row row in rows) Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Workload,-16} {row.Simulator,-36} {row.Median,7:0} median {row.Best,7:0} best"));
        if (json is null) return 0;
        json.Directory?.Create();
        string half = json.FullName + ".tmp";
        File.WriteAllText(half, JsonSerializer.Serialize(
            new { unit = "million accesses per second", rounds = Rounds, machine = Machine.Current.ToString(), rows },
            new JsonSerializerOptions { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase }) + "\n");
        File.Move(half, json.FullName, overwrite: true);
        return 0;
    }

    private static IEnumerable<Row> Measure(CacheWorkload workload, string? peer)
    {
        string file = Path.GetTempFileName();
        try
        {
            if (peer is not null) File.WriteAllBytes(file, MemoryMarshal.AsBytes(workload.Trace.Accesses));
            Dictionary<string, List<double>> speeds = [];
            void Add(string name, double speed) => (speeds.TryGetValue(name, out List<double>? known) ? known : speeds[name] = []).Add(speed);
            for (int round = 0; round < Rounds; round++)
            {
                foreach ((string name, CacheConfiguration configuration) in Machines)
                    Add(name, Speed(workload.Trace.Count, () => CacheTotals.Of(configuration, workload.Trace)));
                if (peer is null) continue;
                (double oneLevel, double twoLevels, long misses) = AskPeer(peer, file);
                long ours = CacheTotals.Of(Machines[0].Configuration, workload.Trace).Levels[0].Misses;
                if (misses != ours) throw new InvalidOperationException($"{workload.Name}: {peer} counts {misses} misses, and we count {ours}.");
                Add("peer, one level", oneLevel);
                Add("peer, two levels", twoLevels);
            }
            return [.. speeds.Select(entry => Summarise(workload.Name, entry.Key, entry.Value))];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Row Summarise(string workload, string simulator, List<double> speeds)
    {
        speeds.Sort();
        return new Row(workload, simulator, Math.Round(speeds[speeds.Count / 2], 1), Math.Round(speeds[^1], 1));
    }

    private static double Speed(int accesses, Action run)
    {
        long start = Stopwatch.GetTimestamp();
        run();
        return accesses / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e6;
    }

    private static (double OneLevel, double TwoLevels, long Misses) AskPeer(string peer, string file)
    {
        using Process child = Process.Start(new ProcessStartInfo(peer, [file]) { RedirectStandardOutput = true })!;
        string[] words = child.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        child.WaitForExit();
        if (child.ExitCode != 0 || words.Length != 3) throw new InvalidOperationException($"{peer} failed: it should print three numbers.");
        double[] numbers = [.. words.Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        return (numbers[0], numbers[1], (long)numbers[2]);
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Cli.Bench;
using Course.Caches;
using Course.Measure;
using Process = System.Diagnostics.Process;
using ProcessStartInfo = System.Diagnostics.ProcessStartInfo;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace Cli.Commands;

/// <summary><c>course cache bench</c>: million accesses per second of the simulator, beside another one where it is given.</summary>
internal static class CacheBenchCommand
{
    private const int Rounds = 9;

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(1);

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly LevelConfiguration L1 = new("L1", CacheGeometry.OfSize(32 << 10, 8, 64));

    private static readonly LevelConfiguration L2 = new("L2", CacheGeometry.OfSize(256 << 10, 8, 64));

    private static readonly CacheConfiguration OneLevel = new(L1), ThreeClasses = new(L1 with { Classify = true }),
        TwoLevels = new(L1, L2), ThreeLevels = new(L1, L2, new LevelConfiguration("L3", CacheGeometry.OfSize(8 << 20, 16, 64)));

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Also write the numbers and the machine to this file." };
        var peer = new Option<string?>("--peer") { Description = "A program to time beside it: tests/Benchmarks/peers/cachegrind builds one." };
        var launches = new Option<int>("--launches") { Description = "Processes to measure in, one after another.", DefaultValueFactory = _ => 1 };
        var samples = new Option<bool>("--samples") { Description = "Print every sample instead: what one launch tells the others.", Hidden = true };
        var command = new Command("bench", "Million accesses per second of the simulator on six workloads, and how fast traces are read.") { json, peer, launches, samples };
        command.SetAction(parsed => parsed.GetValue(samples)
            ? PrintSamples(parsed.GetValue(peer))
            : Run(parsed.GetValue(json), parsed.GetValue(peer), Math.Max(1, parsed.GetValue(launches))));
        return command;
    }

    private static int PrintSamples(string? peer)
    {
        foreach (CacheSample sample in Measure(peer)) Console.Out.WriteLine(JsonSerializer.Serialize(sample));
        return 0;
    }

    private static int Run(FileInfo? json, string? peer, int launches)
    {
        List<CacheSample> samples = [.. Measure(peer)];
        for (int launch = 1; launch < launches; launch++) samples.AddRange(Launch(peer));
        IReadOnlyList<CacheSpeed> speeds = CacheSpeed.Summarise(samples);
        CacheShape[] shapes = [.. CacheWorkload.All().Select(workload => CacheShape.Of(workload, ThreeLevels, speeds))];
        IReadOnlyList<TraceReaderSpeed> readers = TraceReaderSpeed.MeasureAll(CacheWorkload.All().First().Trace, Rounds);
        foreach (CacheSpeed speed in speeds)
        {
            string ratio = speed.Rival is null ? "" : $"  {speed.TimesRival:0.00} x {speed.Rival}";
            Print($"{speed.Workload,-15} {speed.Simulator,-35} {speed.Median,6:0} M/s  ({speed.Lowest:0} to {speed.Highest:0}){ratio}");
        }
        Print($"{"per access",-15} {"misses",8} {"to L2",8} {"to L3",8} {"ns in L1",9}, ns for each request in L2 and L3");
        foreach (CacheShape shape in shapes)
            Print($"{shape.Workload,-15} {shape.Misses,8:0.000} {shape.SecondLevel,8:0.000} {shape.ThirdLevel,8:0.000} {shape.FirstNanoseconds,9:0.00} {shape.SecondNanoseconds,6:0.00} {shape.ThirdNanoseconds,6:0.00}");
        foreach (TraceReaderSpeed reader in readers)
            Print($"{reader.Text,-27} {reader.GigabytesPerSecond,6:0.00} GB/s  ({reader.LowestGigabytesPerSecond:0.00} to {reader.HighestGigabytesPerSecond:0.00})  {reader.MillionAccessesPerSecond,4:0} M/s");
        if (json is null) return 0;
        json.Directory?.Create();
        string half = json.FullName + ".tmp";
        File.WriteAllText(half, JsonSerializer.Serialize(
            new { unit = "million accesses per second of processor time", date = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), launches, rounds = Rounds, peer = peer is null ? null : Path.GetFileName(peer), machine = Machine.Current.ToString(), speeds, shapes, readers }, Json) + "\n");
        File.Move(half, json.FullName, overwrite: true);
        return 0;
    }

    private static IEnumerable<CacheSample> Measure(string? peer)
    {
        CacheWorkload[] workloads = [.. CacheWorkload.All()];
        WarmUp(workloads);
        foreach (CacheWorkload workload in workloads)
        {
            using CachePeer? rival = peer is null ? null : new CachePeer(peer, workload.Trace);
            for (int round = 0; round < Rounds; round++)
                foreach ((string simulator, double speed) in Round(workload, rival)) yield return new CacheSample(workload.Name, simulator, speed);
        }
    }

    /// <summary>Runs until the small methods are compiled with all optimisations, which happens beside the program, a while after they prove busy.</summary>
    private static void WarmUp(CacheWorkload[] workloads)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUpTime)
            foreach (CacheWorkload workload in workloads)
                foreach (var _ in Round(workload, peer: null)) { }
    }

    private static IEnumerable<(string Simulator, double Speed)> Round(CacheWorkload workload, CachePeer? peer)
    {
        int accesses = workload.Trace.Count;
        yield return (CacheSpeed.OneLevel, Speed(accesses, () => CacheTotals.Of(OneLevel, workload.Trace)));
        yield return (CacheSpeed.ThreeClasses, Speed(accesses, () => CacheTotals.Of(ThreeClasses, workload.Trace)));
        yield return (CacheSpeed.TwoLevels, Speed(accesses, () => CacheTotals.Of(TwoLevels, workload.Trace)));
        yield return (CacheSpeed.ThreeLevels, Speed(accesses, () => CacheTotals.Of(ThreeLevels, workload.Trace)));
        if (workload.Loops is { } loops) yield return (CacheSpeed.Strides, Speed(accesses, () => CacheTotals.Of(OneLevel, loops)));
        if (peer is null) yield break;
        (double oneLevel, double twoLevels, long misses) = peer.Run();
        long ours = CacheTotals.Of(OneLevel, workload.Trace).Levels[0].Misses;
        if (misses != ours) throw new CommandException($"{workload.Name}: the peer counts {misses} misses, and we count {ours}.");
        yield return (CacheSpeed.PeerOneLevel, oneLevel);
        yield return (CacheSpeed.PeerTwoLevels, twoLevels);
    }

    private static double Speed(int accesses, Action run) => accesses / WorkTime.Seconds(run) / 1e6;

    private static IEnumerable<CacheSample> Launch(string? peer)
    {
        string[] arguments = [typeof(CacheBenchCommand).Assembly.Location, "cache", "bench", "--samples", .. peer is null ? Array.Empty<string>() : ["--peer", peer]];
        using Process child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        string[] lines = child.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        child.WaitForExit();
        if (child.ExitCode != 0) throw new CommandException("A launch of the benchmark failed.");
        return lines.Select(line => JsonSerializer.Deserialize<CacheSample>(line));
    }

    private static void Print(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

using System.Reflection;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Perfolizer.Mathematics.OutlierDetection;

namespace Course.Measure;

/// <summary>
/// BenchmarkDotNet's own method of measuring, inside this process and in well under a second a case, so that a cell can wait for it:
/// 3 warm-up and 8 measured iterations of at least 25 ms and 64 calls, or of as many as fill the 25 ms where one call takes over 0.4 ms.
/// It starts no process of its own, so it shares this one's heap and settings; BenchmarkDotNet's full job does not.
/// </summary>
public static class QuickBenchmark
{
    private const double SlowMilliseconds = 0.4;

    /// <summary>Measures methods or lambdas, each by its label. Each is called twice beforehand, to learn how slow it is once compiled.</summary>
    /// <exception cref="ArgumentException">No pieces, or two with the same label.</exception>
    /// <exception cref="InvalidOperationException">A piece of work threw while it was measured; the message has its words.</exception>
    public static Measurements Run(params IEnumerable<(string Label, Action Work)> forms)
    {
        (string Label, Action Work)[] all = Timing.Distinct(forms);
        TierWatch.Start();
        var measured = new Dictionary<string, Measurement>();
        foreach (var group in all.GroupBy(form => IsSlow(form.Label, form.Work)))
        {
            using var lease = LambdaBenchmarks.Use(group);
            foreach (BenchmarkReport report in Measure(typeof(LambdaBenchmarks), calls: group.Key ? 1 : 64, out string log))
            {
                string label = report.BenchmarkCase.Parameters.Items[0].Value.ToString()!;
                MethodInfo method = group.First(form => form.Label == label).Work.Method;
                measured[label] = Read(report, label, OptimizationWarning.For(method), lease.Failure?.Message ?? log) with { Tier = TierWatch.Of([method])[0] };
            }
        }
        return new Measurements(SessionMemory.Recall(all, all.Select(form => measured[form.Label]), kept: " (BenchmarkDotNet)"), Machine.Current, JitSettings.Current, DateTimeOffset.Now);
    }

    /// <summary>
    /// Measures the methods marked <c>[Benchmark]</c> of a public class, which may be one that a cell declared; not sealed, because
    /// BenchmarkDotNet derives from it. For methods of up to some milliseconds: each is called at least 700 times.
    /// </summary>
    /// <exception cref="InvalidOperationException">The class is not one that BenchmarkDotNet can run; the message has its words.</exception>
    public static Measurements Run<T>() where T : new()
    {
        if (typeof(T) is { IsSealed: true } or { IsVisible: false })
            throw new InvalidOperationException($"BenchmarkDotNet cannot measure {typeof(T).Name}: it derives from the class, so the class must be public and not sealed.");
        TierWatch.Start();
        var reports = Measure(typeof(T), calls: 64, out string log);
        MethodInfo[] methods = [.. reports.Select(report => report.BenchmarkCase.Descriptor.WorkloadMethod)];
        var tiers = TierWatch.Of(methods);
        return new Measurements(reports.Select((report, i) => Read(report, Label(report.BenchmarkCase), OptimizationWarning.For(methods[i]), log) with { Tier = tiers[i] }),
            Machine.Current, JitSettings.Current, DateTimeOffset.Now);
    }

    private static bool IsSlow(string label, Action work)
    {
        work();
        return Timing.Once(label, work).Milliseconds > SlowMilliseconds;
    }

    private static string Label(BenchmarkCase one) => one.Descriptor.WorkloadMethodDisplayInfo + (one.HasParameters ? $", {one.Parameters.DisplayInfo}" : "");

    private static IReadOnlyList<BenchmarkReport> Measure(Type type, int calls, out string log)
    {
        var logger = new AccumulationLogger();
        Summary summary = BenchmarkRunner.Run(type, Configuration(logger, calls));
        log = logger.GetLog();
        string[] errors = [.. summary.ValidationErrors.Where(error => error.IsCritical).Select(error => error.Message)];
        if (errors.Length > 0) throw new InvalidOperationException($"BenchmarkDotNet cannot measure {type.Name}: {string.Join(' ', errors)}");
        if (summary.Reports.IsEmpty) throw new InvalidOperationException($"BenchmarkDotNet cannot measure {type.Name}: it has no method marked [Benchmark].");
        return summary.Reports;
    }

    private static Measurement Read(BenchmarkReport report, string label, string? warning, string reason)
    {
        if (!report.Success || report.ResultStatistics is not { } statistics)
            throw new InvalidOperationException($"'{label}' did not run to its end: {LastWords(reason)}");
        string note = $"BenchmarkDotNet: mean {statistics.Mean / 1e6:G3} ms, standard deviation {statistics.StandardDeviation / statistics.Mean:P1}";
        return new Measurement(label, [.. statistics.OriginalValues.Select(nanoseconds => nanoseconds / 1e6)],
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0,
            report.AllMeasurements.Where(run => run is { IterationMode: IterationMode.Workload, IterationStage: IterationStage.Actual }).Sum(run => run.Operations),
            warning is null ? note : $"{warning}; {note}");
    }

    private static string LastWords(string log)
    {
        string[] lines = log.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(line => line.Contains("Exception", StringComparison.Ordinal)) ?? lines.LastOrDefault() ?? "no reason was given";
    }

    // No WithIterationTime: with it the pilot stage settles on far too few calls for work below a microsecond.
    private static ManualConfig Configuration(ILogger log, int calls) => ManualConfig.CreateEmpty()
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(8)
            .WithMinIterationTime(TimeInterval.FromMilliseconds(25)).WithMinInvokeCount(calls).WithUnrollFactor(Math.Min(calls, 16))
            .WithOutlierMode(OutlierMode.DontRemove)
            // Collecting everything between iterations takes seconds in a process that also holds a compiler.
            .WithGcForce(false))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddLogger(log)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "course-benchmark"))
        // Unoptimised code is measured too, and its note says so: the learner sees both numbers.
        .WithOptions(ConfigOptions.DisableOptimizationsValidator | ConfigOptions.DisableLogFile);
}

using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Csv;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;

namespace Benchmarks;

/// <summary>
/// Two processes for each case, ten measurements in each. BenchmarkDotNet's own disassembler is left out: it cannot see generic methods,
/// which most rungs are; <see cref="MachineCode"/> asks the compiler itself.
/// </summary>
internal sealed class LadderConfiguration : ManualConfig
{
    public LadderConfiguration()
    {
        AddJob(Job.Default.WithToolchain(NearbyProjectToolchain.Create()).WithLaunchCount(2).WithWarmupCount(5).WithIterationCount(10));
        WithBuildTimeout(TimeSpan.FromMinutes(10));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddLogger(ConsoleLogger.Default);
        AddExporter(MarkdownExporter.GitHub, CsvExporter.Default);
    }
}

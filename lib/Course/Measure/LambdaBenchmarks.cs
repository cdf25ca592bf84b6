using BenchmarkDotNet.Attributes;

namespace Course.Measure;

/// <summary>
/// Gives BenchmarkDotNet, which measures methods of a class, the lambdas of a cell: one parameter, one case for each.
/// Public because BenchmarkDotNet derives from it; call <see cref="QuickBenchmark"/> instead.
/// </summary>
public class LambdaBenchmarks
{
    private static readonly Lock OneAtATime = new();
    private static Dictionary<string, Action> works = [];
    private static Exception? failure;
    private Action _work = () => { };

    [ParamsSource(nameof(Labels))]
    public string Label { get; set; } = "";

    public static IEnumerable<string> Labels => works.Keys;

    [GlobalSetup]
    public void Choose() => _work = works[Label];

    [Benchmark]
    public void Work()
    {
        try
        {
            _work();
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
    }

    internal static Lease Use(IEnumerable<(string Label, Action Work)> forms)
    {
        OneAtATime.Enter();
        try
        {
            works = forms.ToDictionary(form => form.Label, form => form.Work);
            failure = null;
            return new Lease();
        }
        catch
        {
            OneAtATime.Exit();
            throw;
        }
    }

    /// <summary>Holds the lambdas while they are measured, by one caller at a time.</summary>
    internal sealed class Lease : IDisposable
    {
        public Exception? Failure => failure;

        public void Dispose()
        {
            works = [];
            OneAtATime.Exit();
        }
    }
}

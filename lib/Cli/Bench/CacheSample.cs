namespace Cli.Bench;

/// <summary>One timed run.</summary>
/// <param name="Workload">The trace.</param>
/// <param name="Simulator">What read or simulated it.</param>
/// <param name="Speed">Million accesses per second.</param>
internal readonly record struct CacheSample(string Workload, string Simulator, double Speed);

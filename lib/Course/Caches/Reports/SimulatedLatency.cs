using Course.Traces;

namespace Course.Caches.Reports;

/// <summary>The latency curve of a pointer chase as simulated caches predict it: what would be measured if caches were all there is.</summary>
public static class SimulatedLatency
{
    private const int PointerBytes = 8;

    /// <summary>
    /// Cycles of one load by working set in bytes: one load from every line, in a random order that each pass repeats. The pass that
    /// fills the caches is not counted. A working set of less than a line is one line.
    /// </summary>
    /// <exception cref="ArgumentException">More levels than latencies.</exception>
    public static IReadOnlyList<(double Bytes, double Cycles)> RandomChase(
        CacheConfiguration configuration, LatencyModel latency, IEnumerable<long> workingSets) =>
        [.. workingSets.Select(bytes => ((double)bytes, Cycles(configuration, latency, bytes)))];

    private static double Cycles(CacheConfiguration configuration, LatencyModel latency, long bytes)
    {
        int lineBytes = configuration.Levels[0].Geometry.LineBytes;
        int[] lines = [.. Enumerable.Range(0, (int)Math.Max(1, bytes / lineBytes))];
        new Random(1).Shuffle(lines);
        var simulator = new CacheSimulator(configuration);
        double Pass()
        {
            foreach (int line in lines) simulator.Step(new Access(AccessKind.Load, (ulong)line * (ulong)lineBytes, PointerBytes));
            return latency.Cycles(simulator.Counts);
        }
        double filling = Pass();
        return (Pass() - filling) / lines.Length;
    }
}

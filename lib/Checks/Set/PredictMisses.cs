using Course.Caches;
using Course.Traces;

namespace Checks.Set;

/// <summary>Say how many reads of a strided loop miss; the simulator plays the loop.</summary>
internal sealed class PredictMisses : Exercise
{
    private const int NumberBytes = 8;

    public override string Id => "predict-misses";

    public override string Entry => "Prediction.Misses";

    public override Delegate Reference => Misses;

    public override IEnumerable<Call> Cases(Random random)
    {
        yield return Loop(count: 0, strideBytes: 8, passes: 3, lineBytes: 64, cacheLines: 4);
        yield return Loop(count: 5, strideBytes: 8, passes: 0, lineBytes: 64, cacheLines: 4);
        yield return Loop(count: 1, strideBytes: 8, passes: 2, lineBytes: 64, cacheLines: 1);
        yield return Loop(count: 8, strideBytes: 8, passes: 1, lineBytes: 64, cacheLines: 1);
        yield return Loop(count: 9, strideBytes: 8, passes: 1, lineBytes: 64, cacheLines: 1);
        yield return Loop(count: 5, strideBytes: 24, passes: 1, lineBytes: 32, cacheLines: 8);
        yield return Loop(count: 4, strideBytes: 64, passes: 2, lineBytes: 64, cacheLines: 4);
        yield return Loop(count: 5, strideBytes: 64, passes: 2, lineBytes: 64, cacheLines: 4);
        yield return Loop(count: 5, strideBytes: 200, passes: 1, lineBytes: 64, cacheLines: 8);
        for (int i = 0; i < 16; i++)
        {
            int lineBytes = 16 << random.Next(4);
            yield return Loop(random.Next(1, 200), NumberBytes * random.Next(1, 20), random.Next(1, 5), lineBytes, random.Next(1, 60));
        }
    }

    private static int Misses(int count, int strideBytes, int passes, int lineBytes, int cacheLines)
    {
        var trace = new Trace();
        for (int pass = 0; pass < passes; pass++)
            for (int i = 0; i < count; i++) trace.Add(AccessKind.Load, (ulong)(i * strideBytes), NumberBytes);
        var cache = new LevelConfiguration("cache", new CacheGeometry(sets: 1, cacheLines, lineBytes));
        return (int)CacheTotals.Of(new CacheConfiguration(cache), trace).Levels[0].Misses;
    }

    private static Call Loop(int count, int strideBytes, int passes, int lineBytes, int cacheLines) =>
        new($"count {count}, strideBytes {strideBytes}, passes {passes}, lineBytes {lineBytes}, cacheLines {cacheLines}",
            count, strideBytes, passes, lineBytes, cacheLines);
}

using Course.Blur;
using Course.Caches;
using Course.Images;
using Course.Measure;
using Course.Measure.Counting;

namespace Course.Exercises;

/// <summary>The counters of one blur by one rung: what this machine counts, and beside it what the source and the cache simulator say.</summary>
public static class RungCounters
{
    private const int Calls = 20;

    /// <summary>The mean of twenty blurs, after two that are not counted.</summary>
    public static CounterTable Of(Rung rung, Plane<byte> image)
    {
        IPreparedBlur blur = rung.Prepare(image);
        blur.Run();
        blur.Run();
        return Counters.Measure(rung.Name, blur.Run, Calls).With(Simulated(rung, image));
    }

    /// <summary>
    /// Instructions as the source states them, and the requests that reach the last cache of a machine with this one's cache sizes, plain
    /// LRU and empty at the start. A row without a count says why a rung's accesses could not be recorded.
    /// </summary>
    public static IReadOnlyList<CounterRow> Simulated(Rung rung, Plane<byte> image)
    {
        double pixels = (double)Math.Max(0, image.Width - 2) * Math.Max(0, image.Height - 2);
        var instructions = new CounterRow(CounterKind.Instructions, (rung.Work.Loads + rung.Work.Stores + rung.Work.Operations) * pixels,
            CounterOrigin.Simulated, "from the source: loads, stores and arithmetic, no loop and no index");
        RungRecording recording;
        try
        {
            recording = RungRecorder.Record(rung, image);
        }
        catch (Exception unseen) when (unseen is NotSupportedException or InvalidOperationException)
        {
            return [instructions, new(CounterKind.CacheReferences, null, CounterOrigin.Simulated, unseen.Message)];
        }
        CacheConfiguration machine = CacheConfiguration.OfSizes(
            Machine.Current.DataCaches().Select(cache => (cache.Name, cache.Bytes, cache.Ways, cache.LineBytes)));
        CacheCounts last = CacheTotals.Of(machine, recording.Trace).Levels[^1];
        string note = $"recorded accesses, played through {machine.Levels.Count} simulated caches";
        return
        [
            instructions,
            new(CounterKind.CacheReferences, last.Accesses, CounterOrigin.Simulated, note),
            new(CounterKind.CacheMisses, last.Misses, CounterOrigin.Simulated, note),
        ];
    }
}

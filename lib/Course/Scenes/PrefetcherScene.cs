using Course.Caches;
using Course.Traces;

namespace Course.Scenes;

/// <summary>
/// A cache of 8 lines whose prefetcher fetches the next line at a miss and at the first use of a line it brought, beside the same
/// cache without one: it helps where the next line is what comes next.
/// </summary>
public sealed class PrefetcherScene : Scene
{
    private const int LineBytes = 64;
    private const int MemoryLines = 32;
    private static readonly LevelConfiguration Plain = new("cache", new CacheGeometry(sets: 1, ways: 8, LineBytes));

    public PrefetcherScene() : base("The prefetcher guesses the next line", Runs())
    {
    }

    public override string PresetLabel => "Pattern";

    private static Preset[] Runs()
    {
        var random = new Random(4);
        int[] lines = [.. Enumerable.Range(0, MemoryLines)];
        return
        [
            Run("in order", lines),
            Run("at random", [.. lines.OrderBy(_ => random.Next())]),
            Run("every second line", [.. lines.Where(line => line % 2 == 0)]),
            Run("backwards", [.. lines.Reverse()]),
        ];
    }

    private static Preset Run(string name, IReadOnlyList<int> order)
    {
        var cache = new WatchedCache(new CacheConfiguration(Plain with { Prefetch = PrefetchKind.NextLineTagged }));
        var without = new CacheSimulator(new CacheConfiguration(Plain));
        var waiting = new HashSet<ulong>();
        int used = 0;
        List<Frame> frames = [Draw("The cache is empty and the prefetcher has seen nothing.", -1, [])];
        foreach (int line in order)
        {
            var access = new Access(AccessKind.Load, (ulong)line * LineBytes, 8);
            bool guessed = waiting.Contains((ulong)line) && cache.Holds((ulong)line);
            CacheEvent[] events = [.. cache.Step(access)];
            without.Step(access);
            if (guessed) used++;
            waiting.Remove((ulong)line);
            CacheEvent fetched = events.FirstOrDefault(happened => happened.Kind == CacheEventKind.PrefetchMiss);
            if (fetched.Kind == CacheEventKind.PrefetchMiss) waiting.Add(fetched.Line);
            string narration = (events[0].Kind == CacheEventKind.Miss ? $"Line {line}: miss, the program waits."
                : guessed ? $"Line {line}: hit, because the prefetcher had guessed it." : $"Line {line}: hit.")
                + (fetched.Kind == CacheEventKind.PrefetchMiss ? $" The prefetcher fetches line {fetched.Line} too." : "");
            frames.Add(Draw(narration, line, events));
        }
        int wasted = (int)cache.Counts.PrefetchMisses - used;
        frames[^1] = frames[^1] with { Narration = frames[^1].Narration + $" In the end {used} guesses were used and {wasted} were not." };
        return new Preset(name, frames);

        Frame Draw(string narration, int line, CacheEvent[] events) => new(narration,
            [new CellsPanel("Memory, one cell for each line", [.. Enumerable.Range(0, MemoryLines).Chunk(8).Select(row => new CellRow("", [.. row.Select(each => new Cell($"{each}", Role(each, line, events)))]))])],
            [
                new Counter("misses", cache.Counts.Misses), new Counter("misses without a prefetcher", without.Counts[0].Misses),
                new Counter("lines prefetched", cache.Counts.PrefetchMisses), new Counter("of these used", used),
            ])
        { Step = line < 0 ? "start" : "" };

        CellRole Role(int each, int line, CacheEvent[] events) =>
            each == line ? (events[0].Kind == CacheEventKind.Hit ? CellRole.Hit : CellRole.Miss)
            : !cache.Holds((ulong)each) ? (events.Any(happened => happened.Kind == CacheEventKind.Evict && happened.Line == (ulong)each) ? CellRole.Evicted : CellRole.Plain)
            : waiting.Contains((ulong)each) ? CellRole.Prefetched : CellRole.Cached;
    }
}

using Course.Caches;
using Course.Traces;

namespace Course.Scenes;

/// <summary>A cache of 2 lines with 4 elements each in front of a small memory, under several patterns of access.</summary>
public sealed class HitsAndMissesScene : Scene
{
    private const int ElementBytes = 4;
    private const int ElementsInLine = 4;
    private const int FewestElements = 16;
    private const int MostElements = 64;
    private const int MostAccesses = 10_000;
    private static readonly CacheConfiguration TwoLines =
        new(new LevelConfiguration("cache", new CacheGeometry(sets: 1, ways: 2, ElementsInLine * ElementBytes)));

    /// <param name="yours">Element numbers from 0 to 63, at most 10,000 of them, shown before the other patterns; may be empty.</param>
    /// <exception cref="ArgumentException">A list that the picture has no room for; the message says why.</exception>
    public HitsAndMissesScene(params IReadOnlyList<int> yours) : base("Hits and misses in a cache of 2 lines with 4 elements each", Runs(yours))
    {
    }

    public override string PresetLabel => "Pattern";

    private static Preset[] Runs(IReadOnlyList<int> yours)
    {
        if (yours.Count > MostAccesses) throw new ArgumentException($"{yours.Count:N0} accesses are too many to look at; give at most {MostAccesses:N0}.", nameof(yours));
        foreach (int element in yours)
        {
            if (element < 0) throw new ArgumentException($"Element {element} is negative; elements begin at 0.", nameof(yours));
            if (element >= MostElements) throw new ArgumentException($"Element {element} lies beyond the {MostElements} that the picture shows.", nameof(yours));
        }
        int[] inOrder = [.. Enumerable.Range(0, 16)];
        var random = new Random(1);
        List<(string Name, IReadOnlyList<int> Elements)> patterns =
        [
            ("in order", inOrder),
            ("every fourth", [.. inOrder.Select(i => i * 4 % 16 + i / 4)]),
            ("at random", [.. inOrder.OrderBy(_ => random.Next())]),
            ("the first eight, twice", [.. inOrder.Take(8), .. inOrder.Take(8)]),
            ("two places in turn", [.. inOrder.Select(i => i / 2 + i % 2 * 8)]),
            ("three places in turn", [.. Enumerable.Range(0, 12).Select(i => i / 3 + i % 3 * 4)]),
        ];
        if (yours.Count > 0) patterns.Insert(0, ("your own list", yours));
        return [.. patterns.Select(pattern => Run(pattern.Name, pattern.Elements))];
    }

    private static Preset Run(string name, IReadOnlyList<int> elements)
    {
        var cache = new WatchedCache(TwoLines);
        int memory = Math.Max(FewestElements, (elements.Max() / ElementsInLine + 1) * ElementsInLine);
        List<Frame> frames = [Draw(cache, memory, -1, [], "The cache is empty.")];
        foreach (int element in elements)
        {
            IReadOnlyList<CacheEvent> events = cache.Step(new Access(AccessKind.Load, (ulong)(element * ElementBytes), ElementBytes));
            frames.Add(Draw(cache, memory, element, events, Sentence(element, events)));
        }
        return new Preset(name, frames, "When both lines are taken, the one not used for longer leaves.");
    }

    private static string Sentence(int element, IReadOnlyList<CacheEvent> events)
    {
        string line = Elements((ulong)(element / ElementsInLine));
        if (events[0].Kind == CacheEventKind.Hit) return $"Element {element}: hit. The line with {line} is in the cache.";
        string left = string.Concat(events.Where(happened => happened.Kind == CacheEventKind.Evict).Select(happened => $" To make room, {Elements(happened.Line)} leave."));
        return $"Element {element}: miss. The line with {line} is fetched.{left}";
    }

    private static string Elements(ulong line) => $"elements {line * ElementsInLine} to {line * ElementsInLine + ElementsInLine - 1}";

    private static Frame Draw(WatchedCache cache, int memory, int element, IReadOnlyList<CacheEvent> events, string narration)
    {
        CellRole touched = events.Count > 0 && events[0].Kind == CacheEventKind.Hit ? CellRole.Hit : CellRole.Miss;
        CellRole Role(int each)
        {
            var line = (ulong)(each / ElementsInLine);
            if (each == element) return touched;
            if (cache.Holds(line)) return CellRole.Cached;
            return events.Any(happened => happened.Kind == CacheEventKind.Evict && happened.Line == line) ? CellRole.Evicted : CellRole.Plain;
        }
        CellRow Way(int way)
        {
            ulong line = cache.FirstLevel.Set(0)[way];
            return new CellRow($"line {way + 1}", [.. Enumerable.Range(0, ElementsInLine).Select(i => line == SetAssociativeCache.NoLine
                ? new Cell("", CellRole.Free) : new Cell($"{(int)line * ElementsInLine + i}", Role((int)line * ElementsInLine + i)))]);
        }
        CellRow Line(int line) => new("", [.. Enumerable.Range(line * ElementsInLine, ElementsInLine).Select(each => new Cell($"{each}", Role(each)))]);
        return new Frame(narration,
            [new CellsPanel("The cache", [Way(0), Way(1)]), new CellsPanel("Memory", [.. Enumerable.Range(0, memory / ElementsInLine).Select(Line)], SideBySide: true)],
            [new Counter("hits", cache.Counts.Hits), new Counter("misses", cache.Counts.Misses), new Counter("hit rate", cache.HitRate)])
        { Step = element < 0 ? "start" : "" };
    }
}

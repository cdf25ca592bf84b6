using Course.Caches;
using Course.Traces;

namespace Course.Scenes;

/// <summary>Addresses read one after the other from an empty cache: each miss brings a whole aligned line, and its neighbours come free.</summary>
public sealed class LineLoadScene : Scene
{
    private const int LargestLines = 12;
    private const int CellBytes = 4;

    /// <param name="addresses">1 to 200 byte addresses, not negative, in at most 12 different lines; six around 100 when there are none.</param>
    /// <exception cref="ArgumentException">A list that the picture has no room for; the message says why.</exception>
    public LineLoadScene(params IReadOnlyList<long> addresses) : base("Read one address, get a whole line",
    [
        Run("lines of 64 bytes, as on most processors", 64, addresses.Count == 0 ? [100, 104, 124, 64, 128, 132] : addresses),
        Run("lines of 16 bytes, to compare", 16, addresses.Count == 0 ? [100, 104, 124, 64, 128, 132] : addresses),
    ])
    {
    }

    public override string PresetLabel => "Line size";

    private static Preset Run(string name, int lineBytes, IReadOnlyList<long> addresses)
    {
        Check(addresses, lineBytes);
        var cache = new WatchedCache(new CacheConfiguration(new LevelConfiguration("L1", CacheGeometry.OfSize(64 * lineBytes, 64, lineBytes))));
        ulong[] lines = [.. addresses.Select(address => (ulong)address / (ulong)lineBytes).Distinct().Order()];
        List<Frame> frames = [Draw(cache, lines, lineBytes, -1, [], "The cache is empty. Each cell below is 4 bytes of memory; each row is one line.")];
        foreach (long address in addresses)
        {
            IReadOnlyList<CacheEvent> events = cache.Step(new Access(AccessKind.Load, (ulong)address, 1));
            long first = address / lineBytes * lineBytes;
            string narration = events[0].Kind == CacheEventKind.Hit
                ? $"Address {address}: a hit. It lies in the line {first} to {first + lineBytes - 1}, which an earlier miss brought."
                : $"Address {address}: a miss. Not one byte is fetched but its whole line, {first} to {first + lineBytes - 1}.";
            frames.Add(Draw(cache, lines, lineBytes, address, events, narration));
        }
        return new Preset(name, frames, "A line begins at a multiple of its size, not at the address that was asked for.");
    }

    private static Frame Draw(WatchedCache cache, ulong[] lines, int lineBytes, long address, IReadOnlyList<CacheEvent> events, string narration)
    {
        CellRow Row(ulong line)
        {
            long first = (long)line * lineBytes;
            return new CellRow($"{first}–{first + lineBytes - 1}", [.. Enumerable.Range(0, lineBytes / CellBytes).Select(i =>
            {
                long at = first + i * CellBytes;
                bool touched = address >= at && address < at + CellBytes;
                CellRole role = touched ? (events[0].Kind == CacheEventKind.Hit ? CellRole.Hit : CellRole.Miss) : cache.Holds(line) ? CellRole.Cached : CellRole.Plain;
                return new Cell($"{at}", role);
            })]);
        }
        return new Frame(narration, [new CellsPanel("Memory, line by line", [.. lines.Select(Row)])],
        [
            new Counter("hits", cache.Counts.Hits), new Counter("misses", cache.Counts.Misses),
            new Counter("bytes asked for", cache.Counts.Accesses), new Counter("bytes fetched", cache.Counts.BytesReadFromBelow),
        ])
        { Step = address < 0 ? "start" : $"{address}" };
    }

    private static void Check(IReadOnlyList<long> addresses, int lineBytes)
    {
        if (addresses.Count > 200) throw new ArgumentException($"The picture has room for 200 addresses, not {addresses.Count:N0}.", nameof(addresses));
        if (addresses.Any(address => address < 0)) throw new ArgumentException($"Address {addresses.First(address => address < 0)} is negative; addresses begin at 0.", nameof(addresses));
        int lines = addresses.Select(address => address / lineBytes).Distinct().Count();
        if (lineBytes == 64 && lines > LargestLines)
            throw new ArgumentException($"These addresses lie in {lines} lines of 64 bytes; the picture has room for {LargestLines}.", nameof(addresses));
    }
}

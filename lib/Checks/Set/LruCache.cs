using Course.Caches;

namespace Checks.Set;

/// <summary>Write a set-associative cache that evicts the line used longest ago; hidden traces are played through it.</summary>
internal sealed class LruCache : Exercise
{
    public override string Id => "lru-cache";

    public override string Entry => "CachePlayer.Hits";

    public override Delegate Reference => Hits;

    public override IEnumerable<Call> Cases(Random random)
    {
        yield return new Call("no accesses", 2, 2, 64, Array.Empty<long>());
        yield return new Call("the same line twice", 1, 1, 64, new long[] { 0, 63 });
        yield return new Call("two lines fight for one way", 1, 1, 64, new long[] { 0, 64, 0 });
        yield return new Call("a hit makes a line young again", 1, 2, 16, new long[] { 0, 16, 0, 32, 0, 16 });
        yield return new Call("lines of different sets do not fight", 4, 1, 16, new long[] { 0, 16, 32, 48, 0, 16, 32, 48 });
        foreach (var (sets, ways, lineBytes) in new[] { (1, 4, 8), (8, 1, 64), (4, 2, 32), (16, 8, 64) })
            for (int i = 0; i < 3; i++)
                yield return new Call($"a hidden trace, {sets} sets of {ways} ways", sets, ways, lineBytes, Trace(random, sets * ways * lineBytes));
    }

    private static bool[] Hits(int sets, int ways, int lineBytes, long[] addresses)
    {
        var geometry = new CacheGeometry(sets, ways, lineBytes);
        var cache = new SetAssociativeCache(geometry);
        return [.. addresses.Select(address =>
        {
            ulong line = geometry.LineOf((ulong)address);
            int set = geometry.SetOf(line), way = cache.Find(line);
            if (way >= 0) cache.Touch(set, way);
            else cache.Place(line, set, cache.ChooseWay(set));
            return way >= 0;
        })];
    }

    /// <summary>Walks, jumps and returns within about twice what the cache holds.</summary>
    private static long[] Trace(Random random, int cacheBytes)
    {
        var addresses = new long[400];
        long at = 0;
        for (int i = 0; i < addresses.Length; i++)
        {
            at = random.Next(4) switch
            {
                0 => random.NextInt64(2 * cacheBytes),
                1 when i > 8 => addresses[i - random.Next(1, 8)],
                _ => (at + 8) % (2 * cacheBytes),
            };
            addresses[i] = at;
        }
        return addresses;
    }
}

// exercise: lru-cache
static class CachePlayer
{
    /// <summary>True where the line of an address is cached when it is asked for.</summary>
    public static bool[] Hits(int sets, int ways, int lineBytes, long[] addresses)
    {
        var hits = new bool[addresses.Length];
        return hits;
    }
}

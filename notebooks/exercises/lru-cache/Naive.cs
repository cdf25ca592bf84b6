// exercise: lru-cache
static class CachePlayer
{
    /// <summary>True for each address whose line is in the cache when it is asked for.</summary>
    public static bool[] Hits(int sets, int ways, int lineBytes, long[] addresses)
    {
        var hits = new bool[addresses.Length];
        return hits;
    }
}

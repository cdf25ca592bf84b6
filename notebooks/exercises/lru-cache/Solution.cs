// exercise: lru-cache
static class CachePlayer
{
    /// <summary>True where the line of an address is cached when it is asked for.</summary>
    public static bool[] Hits(int sets, int ways, int lineBytes, long[] addresses)
    {
        var hits = new bool[addresses.Length];
        var youngestFirst = new List<long>[sets];
        for (int set = 0; set < sets; set++) youngestFirst[set] = [];
        for (int i = 0; i < addresses.Length; i++)
        {
            long line = addresses[i] / lineBytes;
            List<long> lines = youngestFirst[line % sets];
            hits[i] = lines.Remove(line);
            lines.Insert(0, line);
            if (lines.Count > ways) lines.RemoveAt(ways);
        }
        return hits;
    }
}

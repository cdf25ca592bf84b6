// exercise: lru-cache
// attack: takes more stack than there is, in one step over the guard page
static class CachePlayer
{
    public static bool[] Hits(int sets, int ways, int lineBytes, long[] addresses)
    {
        Span<byte> lines = stackalloc byte[(addresses.Length + 1) << 24];
        lines[0] = 1;
        lines[^1] = 1;
        return new bool[addresses.Length];
    }
}

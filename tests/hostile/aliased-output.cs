// exercise: lru-cache
// attack: gives the same array every time and changes it after it was given
static class CachePlayer
{
    private static readonly bool[] Shared = new bool[1000];

    public static bool[] Hits(int sets, int ways, int lineBytes, long[] addresses)
    {
        Shared.AsSpan().Fill(!Shared[0]);
        return Shared;
    }
}

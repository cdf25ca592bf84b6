using System.Buffers;
using System.Collections.Frozen;

namespace Course.Patterns;

/// <summary>Is one number among n others? The number sought is the last one, the worst case of a search from the front.</summary>
public static class Lookup
{
    public static List<int> Haystack(int n) => [.. Enumerable.Range(0, n)];

    public static bool InLoop(List<int> haystack, int needle)
    {
        foreach (int one in haystack)
            if (one == needle) return true;
        return false;
    }

    public static bool InList(List<int> haystack, int needle) => haystack.Contains(needle);

    public static bool InSorted(List<int> haystack, int needle) => haystack.BinarySearch(needle) >= 0;

    public static bool InHashSet(HashSet<int> haystack, int needle) => haystack.Contains(needle);

    public static bool InFrozenSet(FrozenSet<int> haystack, int needle) => haystack.Contains(needle);

    /// <summary>Where the first letter of a text stands that is one of a few; -1 if nowhere. Here the text grows, not the set.</summary>
    public static int AnyByLoop(string text, char[] wanted)
    {
        for (int i = 0; i < text.Length; i++)
            if (wanted.Contains(text[i])) return i;
        return -1;
    }

    public static int AnyBySet(string text, HashSet<char> wanted)
    {
        for (int i = 0; i < text.Length; i++)
            if (wanted.Contains(text[i])) return i;
        return -1;
    }

    public static int AnyBySearchValues(string text, SearchValues<char> wanted) => text.AsSpan().IndexOfAny(wanted);
}

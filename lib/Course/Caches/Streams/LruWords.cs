using System.Runtime.CompilerServices;

namespace Course.Caches.Streams;

/// <summary>What the different layouts of sets share.</summary>
internal static unsafe class LruWords
{
    /// <summary>Handles the line if it is one of the set's two newest words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryUseNear(ulong* set, ulong key, ulong written)
    {
        ulong newest = set[0];
        if ((newest ^ key) <= 1)
        {
            if ((newest & 1) < written) set[0] = newest | written;
            return true;
        }
        ulong second = set[1];
        if ((second ^ key) > 1) return false;
        set[0] = second | written;
        set[1] = newest;
        return true;
    }

    /// <summary>Words that hold a line, and those of them that are written.</summary>
    public static (long Lines, long Written) Count(ReadOnlySpan<ulong> words)
    {
        long lines = 0, written = 0;
        foreach (ulong word in words)
        {
            if (word == ILruSets.Empty) continue;
            lines++;
            written += (long)(word & 1);
        }
        return (lines, written);
    }
}

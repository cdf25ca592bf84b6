using System.Runtime.CompilerServices;

namespace Course.Caches.Streams;

/// <summary>What sets of different widths share: the table of permutations, and the look at a set's newest line.</summary>
internal static unsafe class MoveToFront
{
    /// <summary>The row for a line that was in no way: as many zeros as lead to no bit of a word.</summary>
    public const uint NotFound = 32;

    /// <summary>Words that the table takes.</summary>
    public static int TableWords(int lanes) => ((int)NotFound + 1) * lanes;

    /// <summary>
    /// Row i brings lane i to the front and moves the lanes before it up by one. Row <see cref="NotFound"/> brings the first lane of a second
    /// vector in front instead, and lets the last way go. Rows between are never used. Returns the word behind the table.
    /// </summary>
    public static uint* WriteTable(uint* table, int lanes, int ways)
    {
        for (int row = 0; row <= NotFound; row++)
        {
            int front = row < lanes ? row : lanes, last = row < lanes ? row : ways - 1;
            for (int lane = 0; lane < lanes; lane++)
                *table++ = (uint)(lane == 0 ? front : lane <= last ? lane - 1 : lane);
        }
        return table;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNewest(uint newest, uint request) => (((newest ^ request) & ~3u) | (request & ~newest & 1)) == 0;
}

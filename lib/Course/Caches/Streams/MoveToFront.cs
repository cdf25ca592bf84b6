using System.Runtime.CompilerServices;

namespace Course.Caches.Streams;

/// <summary>What sets of different widths share: the table of permutations, and the look at a set's newest line.</summary>
internal static unsafe class MoveToFront
{
    /// <summary>Words that the table takes: a row for a line found in each way, and one for a line that was not there.</summary>
    public static int TableWords(int lanes) => 2 * lanes * lanes;

    /// <summary>
    /// Row i brings lane i to the front and moves the lanes before it up by one. The row behind the last brings a lane of zero in front
    /// instead, the first of a second vector, and lets the last way go. Returns the word behind the table.
    /// </summary>
    public static uint* WriteTable(uint* table, int lanes, int ways)
    {
        for (int row = 0; row < 2 * lanes; row++)
        {
            int last = row < lanes ? row : ways - 1;
            for (int lane = 0; lane < lanes; lane++)
                *table++ = (uint)(lane == 0 ? row : lane <= last ? lane - 1 : lane);
        }
        return table;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNewest(uint newest, uint request) => (((newest ^ request) & ~3u) | (request & ~newest & 1)) == 0;
}

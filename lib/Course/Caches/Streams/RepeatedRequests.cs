using System.Runtime.Intrinsics;

namespace Course.Caches.Streams;

/// <summary>
/// Leaves out of a stream of requests what repeats the requests just before. When p requests, no more than a set has ways, come again in
/// the same order, all of them hit, and afterwards every set holds the same lines in the same order, written as before:
/// the second time changes nothing. Inner loops are made of such repetitions, from one line's edge to the next.
/// </summary>
internal sealed unsafe class RepeatedRequests(int ways)
{
    /// <summary>Requests before the first one given that must be readable: the last of the stream so far.</summary>
    public const int MostPeriod = 8;

    private const int Lanes = 16, Stretch = 32;
    private readonly int _mostPeriod = Math.Min(ways, MostPeriod);
    private int _period;

    /// <summary>Removes repetitions in place and returns how many requests are left.</summary>
    public int Remove(uint* requests, int count)
    {
        if (_period == 0) _period = FindPeriod(requests, count);
        if (_period == 0) return count;
        int step = Lanes - Lanes % _period, kept = 0, i = 0; // Whole periods only.
        ulong all = (1ul << step) - 1;
        for (; i + Lanes <= count; i += step)
        {
            Vector512<uint> some = Vector512.Load(requests + i);
            if ((~Vector512.Equals(some, Vector512.Load(requests + i - _period)).ExtractMostSignificantBits() & all) == 0) continue;
            // What is overwritten here lies before the requests that are still to be compared with, since 16 + period <= 2 * step.
            if (kept < i) some.Store(requests + kept);
            kept += step;
        }
        new ReadOnlySpan<uint>(requests + i, count - i).CopyTo(new Span<uint>(requests + kept, count - i));
        kept += count - i;
        if (kept > count / 2) _period = 0;
        return kept;
    }

    private int FindPeriod(uint* requests, int count)
    {
        for (int quarter = 1; quarter < 4; quarter += 2)
        {
            int at = count * quarter / 4;
            if (at + Stretch > count) return 0;
            var stretch = new ReadOnlySpan<uint>(requests + at, Stretch);
            for (int period = 1; period <= _mostPeriod; period++)
                if (stretch.SequenceEqual(new ReadOnlySpan<uint>(requests + at - period, Stretch))) return period;
        }
        return 0;
    }
}

using System.Numerics;
using Course.Traces;

namespace Course.Caches.Reports;

/// <summary>
/// How many distinct other lines come between two uses of a line. The time of each line's last use is a mark in a Fenwick tree, and the
/// distance is the number of marks since then. When the tree is full, the marks close ranks, so it stays as large as the lines are many.
/// Source: J. G. Bennett and V. J. Kruskal, "LRU stack processing", 1975.
/// </summary>
public sealed class ReuseDistances
{
    private readonly Dictionary<ulong, int> _lastUse = [];
    private readonly long[] _histogram = new long[65]; // [b]: distances of b significant bits; [64]: first uses.
    private int[] _tree = new int[1024];
    private int _now;

    /// <summary>Buckets double: 0, 1, 2-3, 4-7, and so on; first uses come last.</summary>
    public static IReadOnlyList<ReuseRow> Histogram(Trace trace, CacheGeometry geometry, AccessMode mode = AccessMode.Split)
    {
        var distances = new ReuseDistances();
        LineStream.ForEach(trace.Accesses, geometry, mode, (_, line, _) => distances.Add(line));
        return distances.Rows();
    }

    /// <summary>Uses a line and returns its distance, or -1 for the first use.</summary>
    public int Add(ulong line)
    {
        if (_now == _tree.Length - 1) CloseRanks();
        int distance = -1;
        if (_lastUse.TryGetValue(line, out int last))
        {
            distance = Sum(_now) - Sum(last);
            Mark(last, -1);
        }
        _lastUse[line] = ++_now;
        Mark(_now, 1);
        _histogram[distance < 0 ? 64 : 32 - BitOperations.LeadingZeroCount((uint)distance)]++;
        return distance;
    }

    public IReadOnlyList<ReuseRow> Rows()
    {
        var rows = new List<ReuseRow>();
        int last = Array.FindLastIndex(_histogram, 63, count => count > 0);
        for (int bits = 0; bits <= last; bits++) rows.Add(new ReuseRow(bits == 0 ? 0 : 1L << (bits - 1), (1L << bits) - 1, _histogram[bits]));
        rows.Add(new ReuseRow(-1, -1, _histogram[64]));
        return rows;
    }

    private void CloseRanks()
    {
        KeyValuePair<ulong, int>[] byTime = [.. _lastUse.OrderBy(entry => entry.Value)];
        _tree = new int[Math.Max(1024, 4 * byTime.Length)];
        _now = byTime.Length;
        for (int rank = 0; rank < byTime.Length; rank++)
        {
            _lastUse[byTime[rank].Key] = rank + 1;
            Mark(rank + 1, 1);
        }
    }

    private void Mark(int time, int change)
    {
        for (; time < _tree.Length; time += time & -time) _tree[time] += change;
    }

    private int Sum(int time)
    {
        int sum = 0;
        for (; time > 0; time -= time & -time) sum += _tree[time];
        return sum;
    }
}

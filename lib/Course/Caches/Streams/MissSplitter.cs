using System.Numerics;
using System.Runtime.CompilerServices;

namespace Course.Caches.Streams;

/// <summary>
/// Splits misses as <see cref="MissClassifier"/> does, for LRU and streams. Every use has a time, and every line the time of its last use.
/// A row of marks over time has a 1 where a time is some line's last: a use clears the line's old mark and sets the newest. The fully
/// associative cache holds the lines of the newest marks, as many as it has room for, so a hand before its oldest mark says who is in:
/// lines last used at the hand or later. A line that comes in moves the hand past the oldest mark; each mark is passed once, and
/// the price of a use does not grow with the lines held.
/// </summary>
internal sealed unsafe class MissSplitter(int lines) : IDisposable
{
    private const int ScanBytes = sizeof(ulong), Some = 256; // So many words of last uses fit the host's first cache.
    private readonly LineTimes _lastUse = new();
    private byte[] _marks = new byte[1 << 18]; // A ring over the times from the hand to now.
    private ulong _now;
    private ulong _hand = 1;
    private int _held;

    /// <summary>Lines that nobody had asked for. Each is a miss of any cache.</summary>
    public long Compulsory { get; private set; }

    /// <summary>Misses of the real cache alone.</summary>
    public long Conflict { get; private set; }

    public long FullyAssociativeMisses { get; private set; }

    public void Dispose() => _lastUse.Dispose();

    /// <param name="found">0 where the real cache missed.</param>
    public void Split(uint* requests, uint* found, int count)
    {
        MakeRoom((ulong)count);
        MarkNext(count);
        fixed (byte* marks = _marks)
        {
            for (int done = 0; done < count; done += Some)
            {
                _lastUse.Prepare(requests + done, Math.Min(Some, count - done));
                Use(requests + done, found + done, marks, Math.Min(Some, count - done));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Use(uint* requests, uint* found, byte* marks, int count)
    {
        ulong** table = _lastUse.Table;
        ulong now = _now, hand = _hand, mask = (ulong)_marks.Length - 1;
        int room = lines - _held;
        long conflict = 0, lineMisses = 0, compulsory = 0;
        for (nint i = 0; i < count; i++)
        {
            ulong* lastUse = LineTimes.Find(table, requests[i] >> 2);
            ulong last = *lastUse;
            *lastUse = ++now;
            if (last >= hand)
            {
                marks[last & mask] = 0;
                conflict += found[i] == 0 ? 1 : 0;
                continue;
            }
            lineMisses++;
            compulsory += last == 0 ? 1 : 0;
            if (room > 0)
            {
                room--;
                continue;
            }
            // Most lines are used once where there are many: then the oldest mark is at the hand, and a guess of that costs no waiting.
            if (marks[hand & mask] == 0) hand = FindMark(marks, mask, hand);
            hand++;
        }
        (_now, _hand, _held) = (now, hand, lines - room);
        Compulsory += compulsory;
        Conflict += conflict;
        FullyAssociativeMisses += lineMisses;
    }

    /// <summary>The first marked time after this one, which has no mark. There is one: that of the use at work.</summary>
    private static ulong FindMark(byte* marks, ulong mask, ulong time)
    {
        // The marks behind the hand in its eight are no longer marks.
        ulong eight = *(ulong*)(marks + (time & mask & ~7ul)) & (~0ul << (int)(time % ScanBytes * 8));
        time &= ~7ul;
        while (eight == 0)
        {
            time += ScanBytes;
            eight = *(ulong*)(marks + (time & mask));
        }
        return time + (ulong)BitOperations.TrailingZeroCount(eight) / 8;
    }

    /// <summary>Marks the times to come: each will be its line's last until the line is used again.</summary>
    private void MarkNext(int count)
    {
        int first = (int)((_now + 1) & ((ulong)_marks.Length - 1)), unwrapped = Math.Min(count, _marks.Length - first);
        _marks.AsSpan(first, unwrapped).Fill(1);
        _marks.AsSpan(0, count - unwrapped).Fill(1);
    }

    private void MakeRoom(ulong count)
    {
        if (_now + count + 2 * ScanBytes - _hand < (ulong)_marks.Length) return;
        // Marks are few where a line is used again and again. Then closing their ranks, once for many uses, beats a longer ring.
        if (_marks.Length >= 8 * _lastUse.Pages * LineTimes.PageLines && _marks.Length > 4 * (_held + (int)count)) CloseRanks();
        else Lengthen();
    }

    /// <summary>Uses every line held once more, in the order of their last uses, which changes nothing but their times.</summary>
    private void CloseRanks()
    {
        nint[] held = _lastUse.UsedSince(_hand);
        _hand = _now + 1;
        MarkNext(held.Length);
        foreach (nint word in held) *(ulong*)word = ++_now;
    }

    private void Lengthen()
    {
        byte[] longer = new byte[4 * _marks.Length];
        ulong mask = (ulong)_marks.Length - 1, longerMask = (ulong)longer.Length - 1;
        for (ulong time = _hand; time <= _now; time++) longer[time & longerMask] = _marks[time & mask];
        _marks = longer;
    }
}

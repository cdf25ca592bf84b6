using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
    private const uint Never = 0; // As the time of a last use; the next time is that of lines that left long ago.
    private const int Lanes = 8, Some = 256; // So many words of last uses fit the host's first cache.
    private const ulong AllLanes = 0xFF, EightMarks = 0x0101_0101_0101_0101;
    private readonly LineTimes _lastUse = new();
    private byte[] _marks = new byte[1 << 18]; // A ring over the times from the hand to now.
    private uint _now = Never + 1;
    private uint _hand = Never + 2;
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
        MakeRoom(count);
        MarkNext(count);
        uint* last = stackalloc uint[Some];
        fixed (byte* marks = _marks)
        {
            for (int done = 0; done < count; done += Some)
            {
                int some = Math.Min(Some, count - done);
                _lastUse.Exchange(requests + done, last, some, _now);
                _now += (uint)some;
                Use(last, found + done, marks, some);
            }
        }
    }

    // Eight uses that all hit, or that all miss while the eight oldest lines have not been used since, need no look at each.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Use(uint* last, uint* found, byte* marks, int count)
    {
        uint mask = (uint)_marks.Length - 1, hand = _hand;
        int held = _held, capacity = lines;
        long conflict = 0, misses = 0, compulsory = 0;
        for (nint i = 0; i < count; i += Lanes)
        {
            if (Vector256.IsHardwareAccelerated && i + Lanes <= count)
            {
                Vector256<uint> eight = Vector256.Load(last + i);
                uint behind = Vector256.LessThan(eight, Vector256.Create(hand)).ExtractMostSignificantBits();
                if (behind == 0)
                {
                    for (nint lane = i; lane < i + Lanes; lane++) marks[last[lane] & mask] = 0;
                    conflict += BitOperations.PopCount(Vector256.Equals(Vector256.Load(found + i), Vector256<uint>.Zero).ExtractMostSignificantBits());
                    continue;
                }
                if (behind == AllLanes && held == capacity && (hand & mask) + Lanes <= mask && *(ulong*)(marks + (hand & mask)) == EightMarks)
                {
                    hand += Lanes;
                    misses += Lanes;
                    compulsory += BitOperations.PopCount(Vector256.Equals(eight, Vector256<uint>.Zero).ExtractMostSignificantBits());
                    continue;
                }
            }
            for (nint lane = i; lane < Math.Min(i + Lanes, count); lane++)
            {
                if (last[lane] >= hand)
                {
                    marks[last[lane] & mask] = 0;
                    conflict += found[lane] == 0 ? 1 : 0;
                    continue;
                }
                misses++;
                compulsory += last[lane] == 0 ? 1 : 0;
                if (held < capacity)
                {
                    held++;
                    continue;
                }
                while (marks[hand & mask] == 0) hand++;
                hand++;
            }
        }
        (_hand, _held) = (hand, held);
        Conflict += conflict;
        FullyAssociativeMisses += misses;
        Compulsory += compulsory;
    }

    /// <summary>Marks the times to come: each will be its line's last until the line is used again.</summary>
    private void MarkNext(int count)
    {
        int first = (int)((_now + 1) & ((uint)_marks.Length - 1)), unwrapped = Math.Min(count, _marks.Length - first);
        _marks.AsSpan(first, unwrapped).Fill(1);
        _marks.AsSpan(0, count - unwrapped).Fill(1);
    }

    private void MakeRoom(int count)
    {
        if (_now - _hand + (uint)count + 2 * Lanes < (uint)_marks.Length && _now < uint.MaxValue - 2 * IRequestSink.Block) return;
        // Marks are few where a line is used again and again. Then closing their ranks, once for many uses, beats a longer ring.
        bool marksAreFew = _marks.Length >= 8 * _lastUse.Pages * LineTimes.PageLines && _marks.Length > 4 * (_held + count);
        if (marksAreFew || _now >= uint.MaxValue - 2 * IRequestSink.Block) CloseRanks();
        else Lengthen();
    }

    /// <summary>Gives the lines held new times without gaps, from the first time on, in the order of their last uses.</summary>
    private void CloseRanks()
    {
        nint[] held = _lastUse.UsedSince(_hand, before: Never + 1);
        _now = Never + 1;
        _hand = _now + 1;
        MarkNext(held.Length);
        foreach (nint word in held) *(uint*)word = ++_now;
    }

    private void Lengthen()
    {
        byte[] longer = new byte[4 * _marks.Length];
        uint mask = (uint)_marks.Length - 1, longerMask = (uint)longer.Length - 1;
        for (uint time = _hand; time <= _now; time++) longer[time & longerMask] = _marks[time & mask];
        _marks = longer;
    }
}

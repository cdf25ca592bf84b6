using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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
    private const int Lanes = 32, Half = 16, MarksSeen = 64, Some = 256; // So many words of last uses fit the host's first cache.
    private readonly LineTimes _lastUse = new();
    private byte[] _marks = new byte[(1 << 16) + 1]; // A ring over the times from the hand to now, and behind it a mark that nobody reads.
    private uint _now = Never + 1;
    private uint _hand = Never + 2;
    private int _held;

    /// <summary>Lines that nobody had asked for. Each is a miss of any cache.</summary>
    public long Compulsory { get; private set; }

    /// <summary>Misses of the real cache alone.</summary>
    public long Conflict { get; private set; }

    public long FullyAssociativeMisses { get; private set; }

    private uint RingMask => (uint)_marks.Length - 2;

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

    // Thirty-two uses go together unless one is of a line that the others may push out first. Then what hits and what misses is known
    // beforehand: each miss takes the hand past one more mark, and each hit clears its line's mark.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Use(uint* last, uint* found, byte* marks, int count)
    {
        uint mask = RingMask, hand = _hand;
        int held = _held, capacity = lines;
        long conflict = 0, misses = 0, compulsory = 0;
        for (nint i = 0; i < count; i += Lanes)
        {
            if (i + Lanes <= count)
            {
                Vector512<uint> first = Vector512.Load(last + i), second = Vector512.Load(last + i + Half), hands = Vector512.Create(hand);
                Vector512<uint> firstIn = Vector512.GreaterThanOrEqual(first, hands), secondIn = Vector512.GreaterThanOrEqual(second, hands);
                uint hits = Bits(firstIn, secondIn);
                int outside = Lanes - BitOperations.PopCount(hits);
                bool haveRoom = outside <= capacity - held;
                uint next = haveRoom || held < capacity ? hand : PassMarks(marks, hand, mask, outside);
                Vector512<uint> window = Vector512.Create(next - hand);
                if ((haveRoom || next != hand) && (Vector512.LessThan(first - hands, window) | Vector512.LessThan(second - hands, window)) == Vector512<uint>.Zero)
                {
                    hand = next;
                    held += haveRoom ? outside : 0;
                    misses += outside;
                    compulsory += BitOperations.PopCount(Bits(Vector512.Equals(first, Vector512<uint>.Zero), Vector512.Equals(second, Vector512<uint>.Zero)));
                    if (hits == 0) continue;
                    conflict += BitOperations.PopCount(hits & Bits(Vector512.Equals(Vector512.Load(found + i), Vector512<uint>.Zero), Vector512.Equals(Vector512.Load(found + i + Half), Vector512<uint>.Zero)));
                    Vector512<uint> masks = Vector512.Create(mask), nowhere = Vector512.Create(mask + 1);
                    Vector512.ConditionalSelect(firstIn, first & masks, nowhere).Store(last + i);
                    Vector512.ConditionalSelect(secondIn, second & masks, nowhere).Store(last + i + Half);
                    for (uint* time = last + i; time < last + i + Lanes; time += 4)
                        marks[time[0]] = marks[time[1]] = marks[time[2]] = marks[time[3]] = 0;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bits(Vector512<uint> first, Vector512<uint> second) => (uint)first.ExtractMostSignificantBits() | (uint)second.ExtractMostSignificantBits() << Half;

    /// <summary>The time behind the next <paramref name="count"/> marks, or the hand itself when they are not all among the marks seen at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint PassMarks(byte* marks, uint hand, uint mask, int count)
    {
        if ((hand & mask) + MarksSeen > mask) return hand;
        ulong seen = ~Vector512.Equals(Vector512.Load(marks + (hand & mask)), Vector512<byte>.Zero).ExtractMostSignificantBits();
        if (Bmi2.X64.IsSupported) seen = Bmi2.X64.ParallelBitDeposit(1ul << (count - 1), seen);
        else for (; count > 1; count--) seen &= seen - 1;
        return seen == 0 ? hand : hand + (uint)BitOperations.TrailingZeroCount(seen) + 1;
    }

    /// <summary>Marks the times to come: each will be its line's last until the line is used again.</summary>
    private void MarkNext(int count)
    {
        int first = (int)((_now + 1) & RingMask), unwrapped = Math.Min(count, (int)RingMask + 1 - first);
        _marks.AsSpan(first, unwrapped).Fill(1);
        _marks.AsSpan(0, count - unwrapped).Fill(1);
    }

    private void MakeRoom(int count)
    {
        if (_now - _hand + (uint)count + 2 * Lanes < RingMask && _now < uint.MaxValue - 2 * IRequestSink.Block) return;
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
        byte[] longer = new byte[4 * (_marks.Length - 1) + 1];
        uint mask = RingMask, longerMask = (uint)longer.Length - 2;
        for (uint time = _hand; time <= _now; time++) longer[time & longerMask] = _marks[time & mask];
        _marks = longer;
    }
}

using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Course.Caches.Streams;

/// <summary>
/// Splits misses as <see cref="MissClassifier"/> does, for LRU and streams. The fully associative cache is a row of bits over time: the
/// bit of a line's last use is set, so the cache holds as many lines as bits are set. A use clears one bit and sets the newest; when
/// that makes one too many, the oldest bit is cleared, and a hand behind which no bit is set moves on to it. A line is held when its
/// last use is not behind the hand. Each bit is passed once, so the price of a use does not grow with the lines held.
/// </summary>
internal sealed unsafe class MissSplitter(int lines)
{
    private const int MostRequests = 4096;
    private readonly LineTimes _lastUse = new();
    private readonly ulong[] _words = new ulong[MostRequests];
    private ulong[] _bits = new ulong[1024]; // A ring of 64 times per word.
    private ulong _now;
    private ulong _hand = 1;
    private int _held;

    public long Compulsory { get; private set; }
    public long Capacity { get; private set; }
    public long Conflict { get; private set; }
    public long FullyAssociativeMisses { get; private set; }

    /// <param name="left">Not <see cref="ILruSets.Hit"/> where the real cache missed.</param>
    public void Split(ulong* requests, ulong* left, int count)
    {
        if ((_now + (ulong)count + 64 - _hand) >> 6 >= (ulong)_bits.Length) Grow();
        fixed (ulong* words = _words)
        {
            // First where each line's last use is noted, so that the processor fetches the notes while the loop below works.
            for (int i = 0; i < count; i++)
            {
                ulong* word = _lastUse.Find(requests[i] >> 2);
                if (Sse.IsSupported) Sse.Prefetch0(word);
                words[i] = (ulong)word;
            }
            fixed (ulong* bits = _bits) Use(words, left, bits, (ulong)_bits.Length - 1, count);
        }
    }

    private void Use(ulong* words, ulong* left, ulong* bits, ulong mask, int count)
    {
        ulong now = _now, hand = _hand;
        int held = _held;
        long compulsory = 0, capacity = 0, conflict = 0, lineMisses = 0;
        for (int i = 0; i < count; i++)
        {
            ulong* lastUse = (ulong*)words[i];
            ulong last = *lastUse;
            *lastUse = ++now;
            ulong* newest = bits + ((now >> 6) & mask);
            if ((now & 63) == 0) *newest = 0;
            *newest |= 1ul << (int)(now & 63);
            if (last >= hand)
            {
                bits[(last >> 6) & mask] &= ~(1ul << (int)(last & 63));
                if (left[i] != ILruSets.Hit) conflict++;
                continue;
            }
            lineMisses++;
            if (held < lines) held++;
            else hand = DropOldest(bits, mask, hand);
            if (left[i] == ILruSets.Hit) continue;
            if (last == 0) compulsory++;
            else capacity++;
        }
        (_now, _hand, _held) = (now, hand, held);
        Compulsory += compulsory;
        Capacity += capacity;
        Conflict += conflict;
        FullyAssociativeMisses += lineMisses;
    }

    /// <summary>Clears the oldest bit and returns the time behind it.</summary>
    private static ulong DropOldest(ulong* bits, ulong mask, ulong hand)
    {
        ulong at = hand >> 6;
        while (bits[at & mask] == 0) at++;
        ulong* word = bits + (at & mask);
        hand = (at << 6) + (ulong)BitOperations.TrailingZeroCount(*word) + 1;
        *word &= *word - 1;
        return hand;
    }

    // Times keep their meaning; only the ring that holds their bits becomes longer.
    private void Grow()
    {
        ulong[] longer = new ulong[4 * _bits.Length];
        ulong mask = (ulong)_bits.Length - 1, longerMask = (ulong)longer.Length - 1;
        for (ulong word = _hand >> 6; word <= _now >> 6; word++) longer[word & longerMask] = _bits[word & mask];
        _bits = longer;
    }
}

using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Caches.Streams;

/// <summary>
/// Makes a level's requests to the level below out of its own requests and of what left for each: a fetch where something left
/// (the way may have been empty) and no write covered the line, then what left if it was written. Counts on the way.
/// </summary>
internal sealed class RequestPacker(int capacity)
{
    private const int Lanes = 8;
    private readonly ulong[] _send = new ulong[capacity + Lanes + IRequestSink.Slack];

    public StageCounts Counts { get; } = new();

    /// <param name="left">What left for each request, <see cref="ILruSets.Hit"/> for a hit.</param>
    /// <param name="below">Gets the new requests; null when only the counts are wanted.</param>
    public unsafe void Pack(ulong* requests, ulong* left, int count, IRequestSink? below)
    {
        Counts.Requests += count;
        fixed (ulong* send = _send)
        {
            int done = Avx512F.IsSupported ? count & ~(Lanes - 1) : 0;
            int sent = done > 0 ? PackEights(requests, left, done, below is null ? null : send) : 0;
            for (; done < count; done++) sent = PackOne(requests[done], left[done], sent);
            below?.Consume(send, sent);
        }
    }

    private int PackOne(ulong request, ulong left, int sent)
    {
        ulong write = request & 1, miss = left != ILruSets.Hit ? 1ul : 0, fetch = miss & ~(request >> 1), back = left & 1;
        Add(write, miss, miss & write, fetch, back);
        _send[sent] = request & ~3ul;
        sent += (int)fetch;
        _send[sent] = left | 2;
        return sent + (int)back;
    }

    private unsafe int PackEights(ulong* requests, ulong* leftWords, int count, ulong* send)
    {
        ulong writes = 0, misses = 0, writeMisses = 0, fetches = 0, backs = 0;
        int sent = 0;
        for (int i = 0; i < count; i += Lanes)
        {
            Vector512<ulong> request = Vector512.Load(requests + i), left = Vector512.Load(leftWords + i);
            ulong write = (request << 63).ExtractMostSignificantBits();
            writes += (ulong)BitOperations.PopCount(write);
            ulong miss = (~Vector512.Equals(left, Vector512.Create(ILruSets.Hit))).ExtractMostSignificantBits();
            if (miss == 0) continue;
            ulong fetch = miss & ~(request << 62).ExtractMostSignificantBits(), back = (left << 63).ExtractMostSignificantBits();
            misses += (ulong)BitOperations.PopCount(miss);
            writeMisses += (ulong)BitOperations.PopCount(miss & write);
            fetches += (ulong)BitOperations.PopCount(fetch);
            backs += (ulong)BitOperations.PopCount(back);
            if (send is not null) sent += PackEight(request, left, fetch, back, send + sent);
        }
        Add(writes, misses, writeMisses, fetches, backs);
        return sent;
    }

    // Lanes 2i and 2i + 1 of a pair of vectors are the fetch and the write-back of request i; the lanes wanted close ranks.
    private static unsafe int PackEight(Vector512<ulong> request, Vector512<ulong> left, ulong fetch, ulong back, ulong* send)
    {
        Vector512<ulong> key = request & Vector512.Create(~3ul), victim = left | Vector512.Create(2ul);
        Vector512<ulong> firstFour = Avx512F.PermuteVar8x64x2(key, Vector512.Create(0ul, 8, 1, 9, 2, 10, 3, 11), victim);
        Vector512<ulong> lastFour = Avx512F.PermuteVar8x64x2(key, Vector512.Create(4ul, 12, 5, 13, 6, 14, 7, 15), victim);
        ulong lanes = Bmi2.X64.ParallelBitDeposit(fetch, 0x5555) | Bmi2.X64.ParallelBitDeposit(back, 0xAAAA);
        int sent = Store(firstFour, lanes & 0xFF, send);
        return sent + Store(lastFour, lanes >> 8, send + sent);
    }

    private static unsafe int Store(Vector512<ulong> words, ulong lanes, ulong* send)
    {
        Vector512<ulong> bit = Vector512.Create(1ul, 2, 4, 8, 16, 32, 64, 128);
        Vector512<ulong> isWanted = Vector512.Equals(Vector512.Create(lanes) & bit, bit);
        Avx512F.Compress(Vector512<ulong>.Zero, isWanted, words).Store(send);
        return BitOperations.PopCount(lanes);
    }

    private void Add(ulong write, ulong miss, ulong writeMiss, ulong fetch, ulong back)
    {
        StageCounts counts = Counts;
        counts.Writes += (long)write;
        counts.Misses += (long)miss;
        counts.WriteMisses += (long)writeMiss;
        counts.Fetches += (long)fetch;
        counts.WriteBacks += (long)back;
    }
}

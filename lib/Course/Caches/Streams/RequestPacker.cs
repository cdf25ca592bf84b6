using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Caches.Streams;

/// <summary>
/// Makes a level's requests to the level below out of its own requests and of what left for each: a fetch where something left
/// (the way may have been empty) and no write covered the line, then what left if it was written. Counts on the way.
/// </summary>
/// <param name="below">Gets the new requests; null when only the counts are wanted.</param>
internal sealed class RequestPacker(IRequestSink? below)
{
    private const int Lanes = 16;
    private readonly uint[] _send = new uint[3 * IRequestSink.Block + Lanes]; // What waits, and a block's fetches and write-backs.
    private int _sent;

    public StageCounts Counts { get; } = new();

    /// <param name="found">0 where a request missed.</param>
    /// <param name="left">What left where a request missed.</param>
    public unsafe void Pack(uint* requests, uint* found, uint* left, int count)
    {
        fixed (uint* send = _send)
        {
            int done = Avx512F.IsSupported && Bmi2.IsSupported ? count & ~(Lanes - 1) : 0;
            int sent = _sent;
            if (done > 0) sent += PackVectors(requests, found, left, done, send + sent, below is not null);
            for (; done < count; done++) sent = PackOne(requests[done], found[done], left[done], send, sent);
            _sent = below is null ? 0 : sent;
        }
        if (_sent >= IRequestSink.Block) Flush();
    }

    /// <summary>Hands over what waits.</summary>
    public unsafe void Flush()
    {
        fixed (uint* send = _send) below?.Consume(send, _sent);
        _sent = 0;
    }

    private unsafe int PackOne(uint request, uint found, uint left, uint* send, int sent)
    {
        uint miss = found == 0 ? 1u : 0, fetch = miss & ~(request >> 1), back = miss & left;
        Add(miss, miss & request, fetch, back);
        send[sent] = request & ~3u;
        sent += (int)fetch;
        send[sent] = left | 2;
        return sent + (int)back;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe int PackVectors(uint* requests, uint* found, uint* leftWords, int count, uint* send, bool isSent)
    {
        uint misses = 0, writeMisses = 0, fetches = 0, backs = 0;
        int sent = 0;
        for (int i = 0; i < count; i += Lanes)
        {
            uint miss = (uint)Vector512.Equals(Vector512.Load(found + i), Vector512<uint>.Zero).ExtractMostSignificantBits();
            if (miss == 0) continue;
            Vector512<uint> request = Vector512.Load(requests + i), left = Vector512.Load(leftWords + i);
            uint fetch = miss & ~(uint)(request << 30).ExtractMostSignificantBits(), back = miss & (uint)(left << 31).ExtractMostSignificantBits();
            misses += (uint)BitOperations.PopCount(miss);
            writeMisses += (uint)BitOperations.PopCount(miss & (uint)(request << 31).ExtractMostSignificantBits());
            fetches += (uint)BitOperations.PopCount(fetch);
            backs += (uint)BitOperations.PopCount(back);
            if (isSent) sent += Interleave(request, left, fetch, back, send + sent);
        }
        Add(misses, writeMisses, fetches, backs);
        return sent;
    }

    // Lanes 2i and 2i + 1 of a pair of vectors are the fetch and the write-back of request i; the lanes wanted close ranks.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe int Interleave(Vector512<uint> request, Vector512<uint> left, uint fetch, uint back, uint* send)
    {
        Vector512<uint> key = request & Vector512.Create(~3u), victim = left | Vector512.Create(2u);
        Vector512<uint> firstHalf = Avx512F.PermuteVar16x32x2(key, Vector512.Create(0u, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), victim);
        Vector512<uint> lastHalf = Avx512F.PermuteVar16x32x2(key, Vector512.Create(8u, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), victim);
        uint lanes = Bmi2.ParallelBitDeposit(fetch, 0x5555_5555) | Bmi2.ParallelBitDeposit(back, 0xAAAA_AAAA);
        int sent = Store(firstHalf, lanes & 0xFFFF, send);
        return sent + Store(lastHalf, lanes >> Lanes, send + sent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe int Store(Vector512<uint> words, uint lanes, uint* send)
    {
        Vector512<uint> bit = Vector512.Create(1u, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
        Vector512<uint> isWanted = ~Vector512.Equals(Vector512.Create(lanes) & bit, Vector512<uint>.Zero);
        Avx512F.Compress(Vector512<uint>.Zero, isWanted, words).Store(send);
        return BitOperations.PopCount(lanes);
    }

    private void Add(uint misses, uint writeMisses, uint fetches, uint backs)
    {
        StageCounts counts = Counts;
        counts.Misses += misses;
        counts.WriteMisses += writeMisses;
        counts.Fetches += fetches;
        counts.WriteBacks += backs;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Course.Traces;

namespace Course.Caches.Streams;

/// <summary>
/// Turns accesses into requests for lines. A request for the line of the request before it changes nothing, unless it is the first to
/// write: the line is already the most recent of its set, whatever the cache. Such requests are counted and go no further,
/// and loops are made of them.
/// </summary>
internal sealed class AccessFront(CacheGeometry geometry, AccessMode mode, IRequestSink sink)
{
    private const int Capacity = 4096, Lanes = 8;
    private const ulong NoRequest = ulong.MaxValue - 1;

    private readonly int _shift = geometry.LineShift;
    private readonly ulong _lineMask = (ulong)geometry.LineBytes - 1;
    private readonly ulong[] _requests = new ulong[Capacity + IRequestSink.Slack];
    private int _count;
    private ulong _last = NoRequest;

    public long Reads { get; private set; }

    public long Writes { get; private set; }

    /// <summary>Passes all accesses on, and returns when the last request has been consumed.</summary>
    public void Run(ReadOnlySpan<Access> accesses)
    {
        bool vectors = Avx512F.IsSupported && mode == AccessMode.Split;
        while (!accesses.IsEmpty)
        {
            int done = vectors ? AddPlain(accesses) : 0;
            accesses = accesses[done..];
            // What the vectors stopped at: an access over a line's edge, an empty one, an M or an I; or the last few.
            int next = Math.Min(Lanes, accesses.Length);
            for (int i = 0; i < next; i++) Add(accesses[i]);
            accesses = accesses[next..];
        }
        Flush();
    }

    /// <summary>Counts accesses to one line each that are known to hit and to change nothing.</summary>
    public void CountHits(AccessKind kind, long times)
    {
        if (kind is AccessKind.Load or AccessKind.Modify) Reads += times;
        if (kind is AccessKind.Store or AccessKind.Modify) Writes += times;
    }

    /// <summary>Passes one access on, of any kind and size.</summary>
    public void Add(in Access access)
    {
        ulong size = mode == AccessMode.Cachelab ? 1 : (ulong)access.Size;
        if (access.Kind == AccessKind.Instruction || size == 0) return;
        if (access.Kind != AccessKind.Store) AddPieces(access.Address, size, write: 0);
        if (access.Kind != AccessKind.Load) AddPieces(access.Address, size, write: 1);
    }

    private void AddPieces(ulong address, ulong size, ulong write)
    {
        ulong last = (address + size - 1) >> _shift;
        for (ulong line = address >> _shift; line <= last; line++)
        {
            if (write == 0) Reads++; else Writes++;
            ulong request = line << 2 | write;
            if (IsRepeat(request, _last)) continue;
            _last = request;
            ulong start = Math.Max(address, line << _shift), end = Math.Min(address + size, (line << _shift) + _lineMask + 1);
            if (_count >= Capacity) Flush();
            _requests[_count++] = request | (end - start > _lineMask ? write << 1 : 0);
        }
    }

    private static bool IsRepeat(ulong request, ulong last) => last - request <= 1;

    /// <summary>Adds loads and stores inside one line, eight at a time, up to the first eight that are not all such; returns how many.</summary>
    // 16 accesses of 16 bytes are four vectors of (address, meta) pairs; a permutation gathers the addresses and the metas of eight.
    // Lane i compares with lane i - 1, lane 0 with lane 7 of the eight before. Kept lanes close ranks and are stored at once.
    private unsafe int AddPlain(ReadOnlySpan<Access> accesses)
    {
        Vector512<ulong> even = Vector512.Create(0ul, 2, 4, 6, 8, 10, 12, 14), odd = Vector512.Create(1ul, 3, 5, 7, 9, 11, 13, 15);
        Vector512<ulong> lineMask = Vector512.Create(_lineMask), one = Vector512<ulong>.One;
        Vector512<ulong> writes = Vector512<ulong>.Zero, before = Vector512.Create(_last);
        Vector128<ulong> shift = Vector128.CreateScalar((ulong)_shift);
        int count = _count, i = 0;
        ref ulong data = ref Unsafe.As<Access, ulong>(ref MemoryMarshal.GetReference(accesses));
        fixed (ulong* requests = _requests)
        {
            for (; i + Lanes <= accesses.Length; i += Lanes)
            {
                Vector512<ulong> first = Vector512.LoadUnsafe(ref data, (nuint)i * 2), second = Vector512.LoadUnsafe(ref data, (nuint)i * 2 + Lanes);
                Vector512<ulong> address = Avx512F.PermuteVar8x64x2(first, even, second), meta = Avx512F.PermuteVar8x64x2(first, odd, second);
                Vector512<ulong> kind = meta >> 56, sizeLess1 = (meta & Vector512.Create(0xFFFF_FFFFul)) - one;
                Vector512<ulong> room = Vector512.AndNot(lineMask, address);
                if (Vector512.GreaterThanAny(sizeLess1, room) || Vector512.GreaterThanAny(kind, one)) break;
                Vector512<ulong> covers = Vector512.ConditionalSelect(Vector512.Equals(sizeLess1, lineMask), kind + kind, Vector512<ulong>.Zero);
                Vector512<ulong> request = (Avx512F.ShiftRightLogical(address, shift) << 2) | kind;
                Vector512<ulong> previous = Avx512F.AlignRight64(request, before, Lanes - 1);
                Vector512<ulong> isNew = Vector512.GreaterThan(previous - request, one);
                Avx512F.Compress(Vector512<ulong>.Zero, isNew, request | covers).Store(requests + count);
                count += BitOperations.PopCount(isNew.ExtractMostSignificantBits());
                writes += kind;
                before = request;
                if (count < Capacity - Lanes) continue;
                sink.Consume(requests, count);
                count = 0;
            }
        }
        _count = count;
        _last = before.GetElement(Lanes - 1);
        long written = (long)Vector512.Sum(writes);
        Writes += written;
        Reads += i - written;
        return i;
    }

    /// <summary>Hands over what waits.</summary>
    public unsafe void Flush()
    {
        fixed (ulong* requests = _requests) sink.Consume(requests, _count);
        _count = 0;
    }
}

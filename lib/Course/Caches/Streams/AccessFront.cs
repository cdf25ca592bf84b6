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
    private const int Lanes = 16, Before = RepeatedRequests.MostPeriod;

    // The host fetches ahead by itself while it reads evenly, but after each block a level works, and it would have to begin anew.
    private const int WordsFetchedAhead = 8192 / sizeof(uint);
    private const uint NoRequest = uint.MaxValue - 1;

    private readonly int _shift = geometry.LineShift;
    private readonly uint _lineMask = (uint)geometry.LineBytes - 1;
    private readonly LineWindows _windows = new();
    private readonly RepeatedRequests _repeated = new(geometry.Ways);
    private readonly uint[] _requests = CreateBuffer();
    private int _count;
    private uint _last = NoRequest;

    public long Reads { get; private set; }

    public long Writes { get; private set; }

    /// <summary>False once an access lay too far from the others: then the counts mean nothing.</summary>
    public bool Fits { get; private set; } = true;

    /// <summary>Passes all accesses on, and returns when the last request has been consumed.</summary>
    public void Run(ReadOnlySpan<Access> accesses)
    {
        while (!accesses.IsEmpty && Fits)
        {
            int done = Avx512F.IsSupported && _windows.HasFirst ? AddPlain(accesses) : 0;
            accesses = accesses[done..];
            // What the vectors stopped at: an access over a line's edge, an empty one, an M or an I; or the last few.
            int next = Math.Min(Lanes, accesses.Length);
            for (int i = 0; i < next; i++) Add(accesses[i]);
            accesses = accesses[next..];
        }
        Flush();
    }

    /// <summary>Counts accesses to one line each that are known to hit and to change nothing.</summary>
    public void CountHits(long reads, long writes)
    {
        Reads += reads;
        Writes += writes;
    }

    /// <summary>Passes one access on, of any kind and size.</summary>
    public void Add(in Access access)
    {
        ulong size = mode == AccessMode.Cachelab ? 1 : (ulong)access.Size;
        if (access.Kind == AccessKind.Instruction || size == 0) return;
        if (access.Kind != AccessKind.Store) AddPieces(access.Address, size, write: 0);
        if (access.Kind != AccessKind.Load) AddPieces(access.Address, size, write: 1);
    }

    private void AddPieces(ulong address, ulong size, uint write)
    {
        ulong last = (address + size - 1) >> _shift;
        for (ulong line = address >> _shift; line <= last && Fits; line++)
        {
            if (write == 0) Reads++; else Writes++;
            ulong start = Math.Max(address, line << _shift), lastByte = Math.Min(address + size - 1, (line << _shift) + _lineMask);
            AddRequest(RequestFor(line, write, covers: lastByte - start == _lineMask));
        }
    }

    /// <summary>The request for a line, or nothing that means anything once <see cref="Fits"/> is false.</summary>
    public uint RequestFor(ulong line, uint write, bool covers)
    {
        if (!_windows.TryMap(line, out uint number)) Fits = false;
        return number << 2 | (covers ? write << 1 : 0) | write;
    }

    /// <summary>Passes a request for one line on, uncounted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddRequest(uint request)
    {
        uint withoutCovers = request & ~2u;
        if (_last - withoutCovers <= 1) return;
        _last = withoutCovers;
        _requests[Before + _count++] = request;
        if (_count >= IRequestSink.Block) Flush();
    }

    /// <summary>Adds loads and stores inside one line, sixteen at a time, up to the first sixteen that are not all such; returns how many.</summary>
    // Four vectors hold four accesses each, four words an access: address low and high, size, and kind above loop and array. Unpacking
    // them makes a vector of sixteen of each, in the order 0 4 8 12, 1 5 9 13, ..., which only the comparison of neighbours has to undo.
    // Then lane i compares with lane i - 1, lane 0 with lane 15 of the sixteen before. Kept lanes close ranks and are stored at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe int AddPlain(ReadOnlySpan<Access> accesses)
    {
        Vector512<uint> one = Vector512<uint>.One, lineMask = Vector512.Create(_lineMask);
        Vector512<uint> sizeMask = mode == AccessMode.Cachelab ? Vector512<uint>.Zero : Vector512<uint>.AllBitsSet;
        Vector512<uint> first = Vector512.Create((uint)_windows.First), second = Vector512.Create((uint)(_windows.HasSecond ? _windows.Second : _windows.First));
        Vector512<uint> secondBit = Vector512.Create(_windows.HasSecond ? 1u << LineWindows.Shift : 0), offsets = Vector512.Create((1u << LineWindows.Shift) - 1);
        Vector512<uint> emptyWay = Vector512.Create((1u << (LineWindows.Shift + 1)) - 1);
        Vector512<uint> inOrder = Vector512.Create(0u, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
        Vector128<uint> toLine = Vector128.CreateScalar((uint)_shift), toHigh = Vector128.CreateScalar((uint)(32 - _shift));
        Vector128<uint> toWindow = Vector128.CreateScalar((uint)(_shift + LineWindows.Shift - 32));
        Vector512<uint> writes = Vector512<uint>.Zero, before = Vector512.Create(_last);
        int i = 0;
        ref uint data = ref Unsafe.As<Access, uint>(ref MemoryMarshal.GetReference(accesses));
        bool isPlain = true;
        fixed (uint* requests = &_requests[Before])
        {
            while (isPlain && i + Lanes <= accesses.Length)
            {
                int count = _count;
                for (; i + Lanes <= accesses.Length && count < IRequestSink.Block; i += Lanes)
                {
                    for (int part = 0; part < 4; part++) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref data, (nint)i * 4 + part * Lanes + WordsFetchedAhead)));
                    Vector512<uint> a = Vector512.LoadUnsafe(ref data, (nuint)i * 4), b = Vector512.LoadUnsafe(ref data, (nuint)i * 4 + Lanes);
                    Vector512<uint> c = Vector512.LoadUnsafe(ref data, (nuint)i * 4 + 2 * Lanes), d = Vector512.LoadUnsafe(ref data, (nuint)i * 4 + 3 * Lanes);
                    Vector512<ulong> addressesAb = Avx512F.UnpackLow(a, b).AsUInt64(), addressesCd = Avx512F.UnpackLow(c, d).AsUInt64();
                    Vector512<ulong> restAb = Avx512F.UnpackHigh(a, b).AsUInt64(), restCd = Avx512F.UnpackHigh(c, d).AsUInt64();
                    Vector512<uint> low = Avx512F.UnpackLow(addressesAb, addressesCd).AsUInt32(), high = Avx512F.UnpackHigh(addressesAb, addressesCd).AsUInt32();
                    Vector512<uint> sizeLess1 = (Avx512F.UnpackLow(restAb, restCd).AsUInt32() - one) & sizeMask;
                    Vector512<uint> kind = Avx512F.UnpackHigh(restAb, restCd).AsUInt32() >> 24;
                    Vector512<uint> window = Avx512F.ShiftRightLogical(high, toWindow), isSecond = Vector512.Equals(window, second);
                    if (Vector512.GreaterThanAny(sizeLess1, Vector512.AndNot(lineMask, low)) || Vector512.GreaterThanAny(kind, one)) { isPlain = false; break; }
                    if ((Vector512.Equals(window, first) | isSecond) != Vector512<uint>.AllBitsSet) { isPlain = false; break; }
                    Vector512<uint> line = ((Avx512F.ShiftRightLogical(low, toLine) | Avx512F.ShiftLeftLogical(high, toHigh)) & offsets) | (isSecond & secondBit);
                    if (Vector512.EqualsAny(line, emptyWay)) { isPlain = false; break; }
                    Vector512<uint> covers = Vector512.Equals(sizeLess1, lineMask) & (kind + kind);
                    Vector512<uint> request = Avx512F.PermuteVar16x32((line << 2) | kind, inOrder);
                    Vector512<uint> previous = Avx512F.AlignRight32(request, before, Lanes - 1);
                    Vector512<uint> isNew = Vector512.GreaterThan(previous - request, one);
                    Avx512F.Compress(Vector512<uint>.Zero, isNew, request | Avx512F.PermuteVar16x32(covers, inOrder)).Store(requests + count);
                    count += BitOperations.PopCount(isNew.ExtractMostSignificantBits());
                    writes += kind;
                    before = request;
                }
                _count = count;
                if (count >= IRequestSink.Block) Flush();
            }
        }
        _last = before.GetElement(Lanes - 1);
        long written = Vector512.Sum(writes);
        Writes += written;
        Reads += i - written;
        return i;
    }

    private static uint[] CreateBuffer()
    {
        uint[] requests = new uint[Before + IRequestSink.Block + Lanes];
        requests.AsSpan(0, Before).Fill(NoRequest);
        return requests;
    }

    /// <summary>Hands over what waits.</summary>
    public unsafe void Flush()
    {
        Span<uint> last = stackalloc uint[Before];
        _requests.AsSpan(_count, Before).CopyTo(last);
        fixed (uint* requests = &_requests[Before]) sink.Consume(requests, _repeated.Remove(requests, _count));
        last.CopyTo(_requests);
        _count = 0;
    }
}

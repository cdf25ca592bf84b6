using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Caches.Streams;

/// <summary>9 to 16 ways: as <see cref="VectorSets8"/>, a set in one 512-bit vector.</summary>
internal readonly unsafe struct VectorSets16 : ILruSets
{
    private const int Lanes = 16, LogLanes = 4;
    private const uint NotFound = 1u << Lanes;
    private readonly uint* _table;
    private readonly uint* _words;
    private readonly uint _setMask;
    private readonly Vector512<uint> _lastWay;
    private readonly AlignedWords _owner;

    public VectorSets16(CacheGeometry geometry)
    {
        _owner = new AlignedWords(MoveToFront.TableWords(Lanes) + geometry.Sets * Lanes, ILruSets.Empty);
        _table = _owner.Pointer;
        _words = MoveToFront.WriteTable(_table, Lanes, geometry.Ways);
        _setMask = (uint)(geometry.Sets - 1) << 2;
        _lastWay = Vector512.Create((uint)geometry.Ways - 1);
    }

    public ReadOnlySpan<uint> Words => _owner.Span[MoveToFront.TableWords(Lanes)..];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Use(uint* request, uint* left)
    {
        uint* set = Set(*request);
        Vector512<uint> old = Vector512.LoadAligned(set);
        Vector512<uint> difference = (old ^ Vector512.Create(*request)) & Vector512.Create(~3u);
        uint found = (uint)Vector512.Equals(difference, Vector512<uint>.Zero).ExtractMostSignificantBits();
        int way = BitOperations.TrailingZeroCount(found | NotFound);
        *left = Avx512F.PermuteVar16x32(old, _lastWay).ToScalar();
        Vector512<uint> moved = Avx512F.PermuteVar16x32x2(old, Vector512.LoadAligned(_table + way * Lanes), Vector512<uint>.Zero);
        (moved | Vector512.CreateScalar(*request)).StoreAligned(set);
        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNewest(uint request) => MoveToFront.IsNewest(*Set(request), request);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(uint request) => Sse.Prefetch0(Set(request));

    public void Dispose() => _owner.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint* Set(uint request) => (uint*)((byte*)_words + ((nuint)(request & _setMask) << LogLanes));
}

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
    private readonly int _lastWay;
    private readonly AlignedWords _owner;

    public VectorSets16(CacheGeometry geometry)
    {
        _owner = new AlignedWords(MoveToFront.TableWords(Lanes) + geometry.Sets * Lanes, ILruSets.Empty);
        _table = _owner.Pointer;
        _words = MoveToFront.WriteTable(_table, Lanes, geometry.Ways);
        _setMask = (uint)(geometry.Sets - 1) << 2;
        _lastWay = geometry.Ways - 1;
    }

    public ReadOnlySpan<uint> Words => _owner.Span[MoveToFront.TableWords(Lanes)..];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Use(uint* request, uint* left)
    {
        uint* set = Set(*request);
        Vector512<uint> old = Vector512.LoadAligned(set);
        uint found = Find(old, *request);
        *left = set[_lastWay];
        Store(set, old, BitOperations.TrailingZeroCount(found | NotFound), *request);
        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint UseForeseen(uint* request, uint* left)
    {
        uint* set = Set(*request);
        if (MoveToFront.IsNewest(*set, *request)) return 1;
        Vector512<uint> old = Vector512.LoadAligned(set);
        uint found = Find(old, *request);
        if (found != 0)
        {
            Store(set, old, BitOperations.TrailingZeroCount(found), *request);
            return found;
        }
        *left = set[_lastWay];
        Store(set, old, Lanes, *request);
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Find(Vector512<uint> old, uint request) =>
        (uint)Vector512.Equals((old ^ Vector512.Create(request)) & Vector512.Create(~3u), Vector512<uint>.Zero).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(uint* set, Vector512<uint> old, int way, uint request) =>
        (Avx512F.PermuteVar16x32x2(old, Vector512.LoadAligned(_table + way * Lanes), Vector512<uint>.Zero) | Vector512.CreateScalar(request)).StoreAligned(set);

    public void Dispose() => _owner.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint* Set(uint request) => (uint*)((byte*)_words + ((nuint)(request & _setMask) << LogLanes));
}

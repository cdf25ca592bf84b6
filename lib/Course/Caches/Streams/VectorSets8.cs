using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Caches.Streams;

/// <summary>Up to 8 ways: a set is one 256-bit vector, moved to the front without a branch. Needs AVX2.</summary>
internal readonly unsafe struct VectorSets8 : ILruSets
{
    private const int Lanes = 8, LogLanes = 3;
    private const uint NotFound = 1u << Lanes;
    private readonly uint* _table;
    private readonly uint* _words;
    private readonly uint _setMask;
    private readonly int _lastWay;
    private readonly AlignedWords _owner;

    public VectorSets8(CacheGeometry geometry)
    {
        _owner = new AlignedWords(MoveToFront.TableWords(Lanes) + geometry.Sets * Lanes, ILruSets.Empty);
        _table = _owner.Pointer;
        _words = MoveToFront.WriteTable(_table, Lanes, geometry.Ways);
        _setMask = (uint)(geometry.Sets - 1) << 2;
        _lastWay = geometry.Ways - 1;
    }

    public ReadOnlySpan<uint> Words => _owner.Span[MoveToFront.TableWords(Lanes)..];

    // Say the line is d, in way 3:
    // old      a b c d e f g h     ways in order of recency
    // found    0 0 0 1 0 0 0 0
    // moved    d a b c e f g h     row 3 of the table: 3 0 1 2 4 5 6 7
    // new      D a b c e f g h     D is d with its new written bit
    // When the line is not there, row 8 is taken, a zero comes in front, and D is the line asked for.
    // Scalar: take the line out of the list, or else the last one, and put it in front.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Use(uint* request, uint* left)
    {
        uint* set = Set(*request);
        Vector256<uint> old = Vector256.LoadAligned(set);
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
        Vector256<uint> old = Vector256.LoadAligned(set);
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
    private static uint Find(Vector256<uint> old, uint request) =>
        Vector256.Equals((old ^ Vector256.Create(request)) & Vector256.Create(~3u), Vector256<uint>.Zero).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(uint* set, Vector256<uint> old, int way, uint request) =>
        (Move(old, Vector256.LoadAligned(_table + way * Lanes)) | Vector256.CreateScalar(request)).StoreAligned(set);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Move(Vector256<uint> old, Vector256<uint> row) => Avx512F.VL.IsSupported
        ? Avx512F.VL.PermuteVar8x32x2(old, row, Vector256<uint>.Zero)
        : Avx2.PermuteVar8x32(old, row) & Vector256.LessThan(row, Vector256.Create((uint)Lanes));

    public void Dispose() => _owner.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint* Set(uint request) => (uint*)((byte*)_words + ((nuint)(request & _setMask) << LogLanes));
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Caches.Streams;

/// <summary>Up to 8 ways: a set is one 256-bit vector, moved to the front without a branch. Needs AVX2.</summary>
internal readonly unsafe struct VectorSets8 : ILruSets
{
    private const int Lanes = 8, LogLanes = 3;
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
    // written  a b c D e f g h     D is d with the request's bits
    // new      D a b c e f g h     row 3 of the table: 3 0 1 2 4 5 6 7
    // When the line is not there, tzcnt gives 32, and that row brings the request in front: x a b c d e f g, row 8 0 1 2 3 4 5 6.
    // Scalar: take the line out of the list, or else the last one, and put it in front.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Use(uint request, uint* left)
    {
        uint* set = Set(request);
        Vector256<uint> old = Vector256.LoadAligned(set), isLine = Compare(old, request);
        uint found = (uint)isLine.ExtractMostSignificantBits();
        *left = set[_lastWay];
        Store(set, old, isLine, (uint)BitOperations.TrailingZeroCount(found), request);
        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint UseForeseen(uint request, uint* left)
    {
        uint* set = Set(request);
        if (MoveToFront.IsNewest(*set, request)) return 1;
        Vector256<uint> old = Vector256.LoadAligned(set), isLine = Compare(old, request);
        uint found = (uint)isLine.ExtractMostSignificantBits();
        if (found == 2) // The second way is the usual one, and its row need not wait for the count of zeros.
        {
            Store(set, old, isLine, 1, request);
            return found;
        }
        if (found != 0)
        {
            Store(set, old, isLine, (uint)BitOperations.TrailingZeroCount(found), request);
            return found;
        }
        *left = set[_lastWay];
        Store(set, old, Vector256<uint>.Zero, MoveToFront.NotFound, request);
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Compare(Vector256<uint> old, uint request) => Vector256.Equals(old | Vector256.Create(3u), Vector256.Create(request | 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(uint* set, Vector256<uint> old, Vector256<uint> isLine, uint row, uint request)
    {
        Vector256<uint> word = Vector256.Create(request);
        Move(old | (isLine & word), Vector256.LoadAligned(_table + (nuint)row * Lanes), word).StoreAligned(set);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Move(Vector256<uint> old, Vector256<uint> row, Vector256<uint> request) => Avx512F.VL.IsSupported
        ? Avx512F.VL.PermuteVar8x32x2(old, row, request)
        : Vector256.ConditionalSelect(Vector256.LessThan(row, Vector256.Create((uint)Lanes)), Avx2.PermuteVar8x32(old, row), request);

    public void Dispose() => _owner.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint* Set(uint request) => (uint*)((byte*)_words + ((nuint)(request & _setMask) << LogLanes));
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Caches.Streams;

/// <summary>9 to 16 ways: as <see cref="VectorSets8"/>, a set in one 512-bit vector.</summary>
internal readonly unsafe struct VectorSets16 : ILruSets
{
    private const int Lanes = 16, LogLanes = 4;
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
    public uint Use(uint request, uint* left)
    {
        uint* set = Set(request);
        Vector512<uint> old = Vector512.LoadAligned(set), isLine = Compare(old, request);
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
        Vector512<uint> old = Vector512.LoadAligned(set), isLine = Compare(old, request);
        uint found = (uint)isLine.ExtractMostSignificantBits();
        if (found != 0)
        {
            Store(set, old, isLine, (uint)BitOperations.TrailingZeroCount(found), request);
            return found;
        }
        *left = set[_lastWay];
        Store(set, old, Vector512<uint>.Zero, MoveToFront.NotFound, request);
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Compare(Vector512<uint> old, uint request) => Vector512.Equals(old | Vector512.Create(3u), Vector512.Create(request | 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(uint* set, Vector512<uint> old, Vector512<uint> isLine, uint row, uint request)
    {
        Vector512<uint> word = Vector512.Create(request);
        Move(old | (isLine & word), Vector512.LoadAligned(_table + (nuint)row * Lanes), word).StoreAligned(set);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Move(Vector512<uint> old, Vector512<uint> row, Vector512<uint> request) => Avx512F.PermuteVar16x32x2(old, row, request);

    public void Dispose() => _owner.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint* Set(uint request) => (uint*)((byte*)_words + ((nuint)(request & _setMask) << LogLanes));
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Caches.Streams;

/// <summary>Up to 8 ways: a set is one 512-bit vector, moved to the front without a branch. Needs AVX-512.</summary>
internal readonly unsafe struct VectorSets8 : ILruSets
{
    private const int Lanes = 8;
    private readonly ulong* _words;
    private readonly ulong _setMask;
    private readonly ulong _lastWay;
    private readonly ulong _allWays;
    private readonly AlignedWords _owner;

    public VectorSets8(CacheGeometry geometry)
    {
        _owner = new AlignedWords(geometry.Sets * Lanes, ILruSets.Empty);
        _words = _owner.Pointer;
        _setMask = (ulong)(geometry.Sets - 1) << 2;
        _lastWay = (ulong)geometry.Ways - 1;
        _allWays = (1ul << geometry.Ways) - 1;
    }

    // Say the line is d, in way 3:
    // old      a b c d e f g h     ways in order of recency
    // found    0 0 0 1 0 0 0 0
    // upTo     1 1 1 1 0 0 0 0     found ^ (found - 1): every way when the line is not there
    // shifted  D a b c d e f g     D is the line with its new written bit
    // new      D a b c e f g h     shifted where upTo, old elsewhere
    // Scalar: take the line out of the list if it is there, put it in front, cut the list to the ways.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Use(ulong key, ulong written)
    {
        ulong* set = Set(key);
        Vector512<ulong> old = Vector512.LoadAligned(set);
        ulong oldest = set[_lastWay];
        ulong found = Vector512.LessThanOrEqual(old ^ Vector512.Create(key), Vector512<ulong>.One).ExtractMostSignificantBits();
        ulong wasWritten = (found & (old << 63).ExtractMostSignificantBits()) != 0 ? 1ul : 0;
        ulong upTo = (found ^ (found - 1)) & _allWays;
        Vector512<ulong> shifted = Avx512F.AlignRight64(old, Vector512.Create(key | written | wasWritten), Lanes - 1);
        Vector512.StoreAligned(Vector512.ConditionalSelect(LaneMask.Of(upTo), shifted, old), set);
        return found == 0 ? oldest : ILruSets.Hit;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryUseNear(ulong key, ulong written) => LruWords.TryUseNear(Set(key), key, written);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ulong key) => Sse.Prefetch0(Set(key));

    public (long Lines, long Written) CountHeld() => LruWords.Count(_owner.Span);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong* Set(ulong key) => (ulong*)((byte*)_words + ((key & _setMask) << 4));
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Caches.Streams;

/// <summary>9 to 16 ways: a set is two 512-bit vectors, newer half first. Needs AVX-512.</summary>
internal readonly unsafe struct VectorSets16 : ILruSets
{
    private const int Lanes = 16, Half = 8;
    private readonly ulong* _words;
    private readonly ulong _setMask;
    private readonly ulong _lastWay;
    private readonly ulong _allWays;
    private readonly AlignedWords _owner;

    public VectorSets16(CacheGeometry geometry)
    {
        _owner = new AlignedWords(geometry.Sets * Lanes, ILruSets.Empty);
        _words = _owner.Pointer;
        _setMask = (ulong)(geometry.Sets - 1) << 2;
        _lastWay = (ulong)geometry.Ways - 1;
        _allWays = (1ul << geometry.Ways) - 1;
    }

    // As in VectorSets8 with sixteen lanes: what the newer half shifts out, the older half shifts in.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Use(ulong key, ulong written)
    {
        ulong* set = Set(key);
        Vector512<ulong> newer = Vector512.LoadAligned(set), older = Vector512.LoadAligned(set + Half), wanted = Vector512.Create(key);
        ulong oldest = set[_lastWay];
        ulong found = Vector512.LessThanOrEqual(newer ^ wanted, Vector512<ulong>.One).ExtractMostSignificantBits()
            | Vector512.LessThanOrEqual(older ^ wanted, Vector512<ulong>.One).ExtractMostSignificantBits() << Half;
        ulong marks = (newer << 63).ExtractMostSignificantBits() | (older << 63).ExtractMostSignificantBits() << Half;
        ulong wasWritten = (found & marks) != 0 ? 1ul : 0;
        ulong upTo = (found ^ (found - 1)) & _allWays;
        Vector512<ulong> shiftedNewer = Avx512F.AlignRight64(newer, Vector512.Create(key | written | wasWritten), Half - 1);
        Vector512<ulong> shiftedOlder = Avx512F.AlignRight64(older, newer, Half - 1);
        Vector512.StoreAligned(Vector512.ConditionalSelect(LaneMask.Of(upTo), shiftedNewer, newer), set);
        Vector512.StoreAligned(Vector512.ConditionalSelect(LaneMask.Of(upTo >> Half), shiftedOlder, older), set + Half);
        return found == 0 ? oldest : ILruSets.Hit;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryUseNear(ulong key, ulong written) => LruWords.TryUseNear(Set(key), key, written);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ulong key)
    {
        Sse.Prefetch0(Set(key));
        Sse.Prefetch0(Set(key) + Half);
    }

    public (long Lines, long Written) CountHeld() => LruWords.Count(_owner.Span);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong* Set(ulong key) => (ulong*)((byte*)_words + ((key & _setMask) << 5));
}

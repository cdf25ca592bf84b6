using System.Runtime.CompilerServices;

namespace Course.Caches.Streams;

/// <summary>Any number of ways on any processor: a set is a stretch of an array, searched and shifted word by word.</summary>
internal readonly unsafe struct ScalarSets : ILruSets
{
    /// <summary>Beyond this, walking along a set costs more than a table of lines.</summary>
    public const int MostWays = 64;

    private readonly ulong* _words;
    private readonly ulong _setMask;
    private readonly ulong _ways;
    private readonly AlignedWords _owner;

    public ScalarSets(CacheGeometry geometry)
    {
        _owner = new AlignedWords(geometry.Lines, ILruSets.Empty);
        _words = _owner.Pointer;
        _setMask = (ulong)geometry.Sets - 1;
        _ways = (ulong)geometry.Ways;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Use(ulong key, ulong written)
    {
        ulong* set = _words + (((key >> 2) & _setMask) * _ways);
        ulong carried = set[0];
        if ((carried ^ key) <= 1)
        {
            set[0] = carried | written;
            return ILruSets.Hit;
        }
        for (ulong way = 1; way < _ways; way++)
        {
            ulong here = set[way];
            set[way] = carried;
            carried = here;
            if ((here ^ key) > 1) continue;
            set[0] = here | written;
            return ILruSets.Hit;
        }
        set[0] = key | written;
        return carried;
    }

    /// <summary>Gains nothing here: the walk along the set begins with the same looks.</summary>
    public bool TryUseNear(ulong key, ulong written) => false;

    public void Prefetch(ulong key) { }

    public (long Lines, long Written) CountHeld() => LruWords.Count(_owner.Span);
}

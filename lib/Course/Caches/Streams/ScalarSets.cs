using System.Runtime.CompilerServices;

namespace Course.Caches.Streams;

/// <summary>Any number of ways on any processor: a set is a stretch of an array, searched and shifted word by word.</summary>
internal readonly unsafe struct ScalarSets : ILruSets
{
    /// <summary>Beyond this, walking along a set costs more than a table of lines.</summary>
    public const int MostWays = 64;

    private readonly uint* _words;
    private readonly uint _setMask;
    private readonly uint _ways;
    private readonly AlignedWords _owner;

    public ScalarSets(CacheGeometry geometry)
    {
        _owner = new AlignedWords(geometry.Lines, ILruSets.Empty);
        _words = _owner.Pointer;
        _setMask = (uint)geometry.Sets - 1;
        _ways = (uint)geometry.Ways;
    }

    public ReadOnlySpan<uint> Words => _owner.Span;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Use(uint request, uint* left)
    {
        uint* set = Set(request);
        uint key = request & ~3u, written = request & 1, carried = set[0];
        if ((carried & ~3u) == key)
        {
            set[0] = carried | written;
            return 1;
        }
        for (uint way = 1; way < _ways; way++)
        {
            uint here = set[way];
            set[way] = carried;
            carried = here;
            if ((here & ~3u) != key) continue;
            set[0] = here | written;
            return 1;
        }
        set[0] = key | written;
        *left = carried;
        return 0;
    }

    /// <summary>The walk along a set branches anyway.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint UseForeseen(uint request, uint* left) => Use(request, left);

    public void Dispose() => _owner.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint* Set(uint request) => _words + ((nuint)((request >> 2) & _setMask) * _ways);
}

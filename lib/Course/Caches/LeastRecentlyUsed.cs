namespace Course.Caches;

/// <summary>
/// The least recently touched way leaves (LRU), or the one filled first, whatever was touched since (FIFO). Empty ways go first.
/// Each set is a doubly linked list of its ways, most recent first, so that a touch costs the same with 8 ways and with 8,192.
/// </summary>
public sealed class LeastRecentlyUsed : ReplacementPolicy
{
    private readonly int _ways;
    private readonly bool _countHits;
    private readonly int[] _newer;
    private readonly int[] _older;
    private readonly int[] _newest;

    /// <param name="countHits">True is LRU, false is FIFO.</param>
    public LeastRecentlyUsed(int sets, int ways, bool countHits)
    {
        (_ways, _countHits) = (ways, countHits);
        _newer = new int[sets * ways];
        _older = new int[sets * ways];
        _newest = new int[sets];
        for (int set = 0; set < sets; set++)
        {
            for (int way = 0; way < ways; way++)
            {
                _newer[set * ways + way] = (way + ways - 1) % ways;
                _older[set * ways + way] = (way + 1) % ways;
            }
        }
    }

    private LeastRecentlyUsed(LeastRecentlyUsed other)
    {
        (_ways, _countHits) = (other._ways, other._countHits);
        (_newer, _older, _newest) = ([.. other._newer], [.. other._older], [.. other._newest]);
    }

    public override int ChooseWay(int set, ReadOnlySpan<ulong> lines, int lowestEmpty) =>
        lowestEmpty >= 0 ? lowestEmpty : _newer[set * _ways + _newest[set]];

    public override void OnHit(int set, int way)
    {
        if (_countHits) MoveToFront(set, way);
    }

    public override void OnFill(int set, int way) => MoveToFront(set, way);

    public override int Rank(int set, int way)
    {
        int rank = 0;
        for (int at = _newest[set]; at != way; at = _older[set * _ways + at]) rank++;
        return rank;
    }

    public override ReplacementPolicy Copy() => new LeastRecentlyUsed(this);

    // The list is a ring: the newest's newer neighbour is the oldest, so the oldest becomes the newest by turning the ring.
    private void MoveToFront(int set, int way)
    {
        int first = set * _ways, newest = _newest[set];
        if (newest == way) return;
        int oldest = _newer[first + newest];
        if (oldest != way)
        {
            int newer = _newer[first + way], older = _older[first + way];
            _older[first + newer] = older;
            _newer[first + older] = newer;
            _newer[first + way] = oldest;
            _older[first + oldest] = way;
            _older[first + way] = newest;
            _newer[first + newest] = way;
        }
        _newest[set] = way;
    }
}

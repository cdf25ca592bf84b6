namespace Course.Caches;

/// <summary>The policies of recent Intel caches: two bits of age per way, all 3 at the start, moved by <see cref="QuadAgeRules"/>.</summary>
public sealed class QuadAgeLru : ReplacementPolicy
{
    private const int Oldest = 3;
    private readonly QuadAgeRules _rules;
    private readonly int _ways;
    private readonly byte[] _ages;

    public QuadAgeLru(QuadAgeRules rules, int sets, int ways)
    {
        (_rules, _ways, _ages) = (rules, ways, new byte[sets * ways]);
        Array.Fill(_ages, (byte)Oldest);
    }

    private QuadAgeLru(QuadAgeLru other) => (_rules, _ways, _ages) = (other._rules, other._ways, [.. other._ages]);

    public override int ChooseWay(int set, ReadOnlySpan<ulong> lines, int lowestEmpty)
    {
        Span<byte> ages = Ages(set);
        if (_rules.AgeOnMissOnly) BringUpToDate(ages, touched: -1);
        if (lowestEmpty >= 0) return _rules.Victim == 2 ? lines.LastIndexOf(SetAssociativeCache.NoLine) : lowestEmpty;
        return Math.Max(ages.IndexOf((byte)Oldest), 0);
    }

    public override void OnHit(int set, int way)
    {
        Span<byte> ages = Ages(set);
        ages[way] = (byte)_rules.AfterHit(ages[way]);
        if (!_rules.AgeOnMissOnly) BringUpToDate(ages, way);
    }

    public override void OnFill(int set, int way)
    {
        Span<byte> ages = Ages(set);
        ages[way] = (byte)_rules.AgeAfterFill;
        if (!_rules.AgeOnMissOnly) BringUpToDate(ages, way);
    }

    public override int Rank(int set, int way) => _ages[set * _ways + way];

    public override ReplacementPolicy Copy() => new QuadAgeLru(this);

    private Span<byte> Ages(int set) => _ages.AsSpan(set * _ways, _ways);

    private void BringUpToDate(Span<byte> ages, int touched)
    {
        bool othersOnly = _rules.Aging is 1 or 3;
        int largest = -1;
        for (int way = 0; way < ages.Length; way++)
            if (!(_rules.Aging == 1 && way == touched)) largest = Math.Max(largest, ages[way]);
        int step = largest < 0 ? 0 : _rules.Aging < 2 ? Oldest - largest : largest == Oldest ? 0 : 1;
        if (step == 0) return;
        for (int way = 0; way < ages.Length; way++)
            if (!(othersOnly && way == touched)) ages[way] += (byte)step;
    }
}

namespace Course.Caches;

/// <summary>
/// A binary tree over the ways of a set, one bit per inner node: 0 points to the lower half, 1 to the upper. The victim is where the
/// bits lead from the root; every hit or fill turns the bits on its way to point away from the touched way. All bits start at 0.
/// Ways that are no power of two: the tree is as for the next power, and a walk that ends beyond the last way takes the last way.
/// </summary>
public sealed class TreePseudoLru : ReplacementPolicy
{
    private readonly int _ways;
    private readonly int _depth;
    private readonly bool _lowestEmptyFirst;
    private readonly bool[] _bits; // Heap order within a set: node 1 is the root, the children of n are 2n and 2n + 1.

    /// <param name="lowestEmptyFirst">False follows the tree even while ways are empty.</param>
    public TreePseudoLru(int sets, int ways, bool lowestEmptyFirst)
    {
        (_ways, _lowestEmptyFirst) = (ways, lowestEmptyFirst);
        while (1 << _depth < ways) _depth++;
        _bits = new bool[sets << _depth];
    }

    private TreePseudoLru(TreePseudoLru other)
    {
        (_ways, _depth, _lowestEmptyFirst) = (other._ways, other._depth, other._lowestEmptyFirst);
        _bits = [.. other._bits];
    }

    public override int ChooseWay(int set, ReadOnlySpan<ulong> lines, int lowestEmpty)
    {
        if (_lowestEmptyFirst && lowestEmpty >= 0) return lowestEmpty;
        int node = 1;
        for (int level = 0; level < _depth; level++) node = 2 * node + (_bits[(set << _depth) + node] ? 1 : 0);
        return Math.Min(node - (1 << _depth), _ways - 1);
    }

    public override void OnHit(int set, int way) => PointAway(set, way);

    public override void OnFill(int set, int way) => PointAway(set, way);

    /// <summary>How many of the way's tree bits point at it, the root's weighing most.</summary>
    public override int Rank(int set, int way)
    {
        int rank = 0;
        for (int node = way + (1 << _depth), weight = 1; node > 1; node >>= 1, weight <<= 1)
            if (_bits[(set << _depth) + (node >> 1)] == ((node & 1) == 1)) rank += weight;
        return rank;
    }

    public override ReplacementPolicy Copy() => new TreePseudoLru(this);

    private void PointAway(int set, int way)
    {
        for (int node = way + (1 << _depth); node > 1; node >>= 1) _bits[(set << _depth) + (node >> 1)] = (node & 1) == 0;
    }
}

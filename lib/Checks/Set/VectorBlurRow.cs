namespace Checks.Set;

/// <summary>Sum each number of a row with its two neighbours, a vector of windows at a time.</summary>
internal sealed class VectorBlurRow : Exercise
{
    /// <summary>Longer than two of the widest vectors, so that every rest is met.</summary>
    private const int EveryLength = 36;

    public override string Id => "vector-blur-row";

    public override string Entry => "Window.Sum";

    public override Delegate Reference => Sum;

    public override IEnumerable<Call> Cases(Random random)
    {
        for (int length = 0; length <= EveryLength; length++) yield return Row(random, length);
        for (int i = 0; i < 8; i++) yield return Row(random, random.Next(EveryLength, 2000));
    }

    public override IReadOnlyList<Criterion> Criteria => [new Criterion.Speed(random => Row(random, 4_001))];

    private static void Sum(int[] row, int[] result)
    {
        for (int x = 0; x < row.Length; x++)
            result[x] = x == 0 || x == row.Length - 1 ? row[x] : row[x - 1] + row[x] + row[x + 1];
    }

    private static Call Row(Random random, int length)
    {
        int[] Numbers() => [.. Enumerable.Range(0, length).Select(_ => random.Next(256))];
        return new Call($"a row of length {length}", Numbers(), Numbers()) { RowLength = length };
    }
}

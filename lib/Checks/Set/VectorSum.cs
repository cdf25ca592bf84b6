namespace Checks.Set;

/// <summary>Multiply two rows number by number and add up the products, a vector at a time.</summary>
internal sealed class VectorSum : Exercise
{
    /// <summary>Longer than two of the widest vectors, so that every rest is met.</summary>
    private const int EveryLength = 35;

    public override string Id => "vector-sum";

    public override string Entry => "Rows.SumOfProducts";

    public override Delegate Reference => SumOfProducts;

    public override IEnumerable<Call> Cases(Random random)
    {
        for (int length = 0; length <= EveryLength; length++) yield return Rows(random, length);
        for (int i = 0; i < 8; i++) yield return Rows(random, random.Next(EveryLength, 2000));
    }

    public override IReadOnlyList<Criterion> Criteria => [new Criterion.Speed(random => Rows(random, 4_001))];

    private static int SumOfProducts(int[] a, int[] b)
    {
        int sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Numbers so small that no sum leaves the range of an int.</summary>
    private static Call Rows(Random random, int length)
    {
        int[] Row() => [.. Enumerable.Range(0, length).Select(_ => random.Next(-500, 500))];
        return new Call($"rows of length {length}", Row(), Row());
    }
}

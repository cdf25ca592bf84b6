namespace Checks.Set;

/// <summary>Let a mask choose between a value and zero, a whole vector at a time.</summary>
internal sealed class VectorThreshold : Exercise
{
    public override string Id => "vector-threshold";

    public override string Entry => "Threshold.Apply";

    public override Delegate Reference => Apply;

    public override IEnumerable<Call> Cases(Random random)
    {
        foreach (int length in new[] { 0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64 }) yield return Values(random, length, 50);
        float[] special = [1, 0, -0f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, 1.5f, 1];
        foreach (float limit in new[] { 1f, 0, -1, float.NaN }) yield return new Call($"special values, limit {limit}", special.Clone(), new float[special.Length], limit);
        for (int i = 0; i < 8; i++) yield return Values(random, random.Next(1, 500), random.Next(100));
    }

    public override IReadOnlyList<Criterion> Criteria => [new Criterion.Speed(random => Values(random, 40_000, 50))];

    private static void Apply(float[] source, float[] destination, float limit)
    {
        for (int i = 0; i < source.Length; i++) destination[i] = source[i] > limit ? source[i] : 0;
    }

    /// <summary>Whole numbers below one hundred in random order, some equal to the limit; the destination holds something else before.</summary>
    private static Call Values(Random random, int length, float limit)
    {
        float[] Numbers() => [.. Enumerable.Range(0, length).Select(_ => (float)random.Next(100))];
        return new Call($"length {length}, limit {limit}", Numbers(), Numbers(), limit);
    }
}

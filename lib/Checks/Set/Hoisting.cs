namespace Checks.Set;

/// <summary>Move out of a loop what does not change in it; the judge answers the calls and counts them.</summary>
internal sealed class Hoisting : Exercise
{
    public override string Id => "hoisting";

    public override string Entry => "Weights.Sum";

    public override Delegate Reference => Sum;

    public override IEnumerable<Call> Cases(Random random)
    {
        foreach (var (width, height) in new[] { (1, 0), (5, 0), (1, 1), (1, 4), (4, 1), (2, 3), (3, 2) }) yield return Picture(random, width, height);
        for (int i = 0; i < 8; i++) yield return Picture(random, random.Next(1, 30), random.Next(1, 20));
    }

    /// <summary>Twenty rows: one question for each and one for the picture.</summary>
    public override IReadOnlyList<Criterion> Criteria => [new Criterion.Operations(random => Picture(random, 30, 20))];

    private static long Sum(Func<long, long> weight, int[] pixels, int width) =>
        Enumerable.Range(0, pixels.Length).Sum(i => pixels[i] * weight(i / width) + weight(-1));

    private static Call Picture(Random random, int width, int height)
    {
        long[] weights = [.. Enumerable.Range(0, height + 1).Select(_ => random.NextInt64(2, 1_000))];
        string known = height <= 4 ? $", weights {string.Join(", ", weights)} (the picture's first)" : "";
        return new Call($"height {height}, width {width}{known}", (Func<long, long>)(row => weights[(int)Math.Clamp(row + 1, 0, height)]),
            Enumerable.Range(0, width * height).Select(_ => random.Next(256)).ToArray(), width);
    }
}

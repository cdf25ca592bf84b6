namespace Checks.Set;

/// <summary>Find by few measurements the size from which on vectors are ahead of a loop.</summary>
internal sealed class Crossover : Exercise
{
    private const long Most = 1_000_000;

    public override string Id => "crossover";

    public override string Entry => "Crossover.From";

    public override Delegate Reference => From;

    public override IEnumerable<Call> Cases(Random random)
    {
        foreach (var (crossover, most) in new[] { (0L, 1L), (1, 1), (0, 2), (1, 2), (2, 2), (0, 10), (1, 10), (7, 10), (10, 10) }) yield return Forms(random, crossover, most);
        for (int i = 0; i < 6; i++)
        {
            long most = random.NextInt64(3, 200);
            yield return Forms(random, random.NextInt64(most + 1), most);
        }
    }

    /// <summary>Twenty-one halvings of a million sizes with two measurements each; far enough up that counting does not get there.</summary>
    public override IReadOnlyList<Criterion> Criteria => [new Criterion.Operations(random => Forms(random, random.NextInt64(600, 700), Most))];

    private static long From(Func<long, long> loop, Func<long, long> vectors, long most)
    {
        for (long n = 1; n <= most; n++)
            if (vectors(n) < loop(n)) return n;
        return 0;
    }

    /// <summary>The loop costs the same for each number; the vectors cost less for each and something for the call, so much that they are ahead from the crossover on.</summary>
    private static Call Forms(Random random, long crossover, long most)
    {
        long forLoop = random.NextInt64(500, 2_000), forVectors = forLoop / random.NextInt64(3, 9);
        long ahead = crossover > 0 ? crossover : most + 1, overhead = (ahead - 1) * (forLoop - forVectors);
        return new Call(crossover > 0 ? $"ahead from {crossover:N0} of {most:N0} on" : $"never ahead up to {most:N0}",
            (Func<long, long>)(n => n * forLoop), (Func<long, long>)(n => overhead + n * forVectors), most);
    }
}

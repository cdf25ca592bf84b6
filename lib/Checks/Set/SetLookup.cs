namespace Checks.Set;

/// <summary>Ask a set, not a list, whether a number has been seen; the order of the first ones stays.</summary>
internal sealed class SetLookup : Exercise
{
    public override string Id => "set-lookup";

    public override string Entry => "Repeats.Removed";

    public override Delegate Reference => Removed;

    public override IEnumerable<Call> Cases(Random random)
    {
        yield return new Call("no numbers", Array.Empty<int>());
        yield return new Call("one number", new[] { 7 });
        yield return new Call("one number three times", new[] { 7, 7, 7 });
        yield return new Call("a number that comes back", new[] { 2, 1, 2 });
        yield return new Call("zero and the ends of the range", new[] { 0, int.MaxValue, int.MinValue, 0, -1, int.MinValue });
        for (int i = 0; i < 10; i++) yield return Numbers(random, random.Next(1, 400), random.Next(1, 400));
    }

    /// <summary>Few repeats: the list of those seen grows almost as long as the input.</summary>
    public override IReadOnlyList<Criterion> Criteria => [new Criterion.Speed(random => Numbers(random, 8_000, 100_000))];

    private static int[] Removed(int[] numbers) => [.. numbers.Distinct()];

    private static Call Numbers(Random random, int length, int different)
    {
        int lowest = random.Next(-different, different);
        return new Call($"length {length}, at most {different} different numbers",
            Enumerable.Range(0, length).Select(_ => lowest + random.Next(different)).ToArray());
    }
}

namespace Checks.Set;

/// <summary>Make one text of many pieces without making all the texts in between.</summary>
internal sealed class StringBuilding : Exercise
{
    public override string Id => "string-building";

    public override string Entry => "Record.Of";

    public override Delegate Reference => Of;

    public override IEnumerable<Call> Cases(Random random)
    {
        yield return new Call("no numbers", Array.Empty<int>());
        yield return new Call("one number", new[] { 0 });
        yield return new Call("two numbers", new[] { 1, 2 });
        yield return new Call("the longest numbers", new[] { int.MinValue, int.MaxValue, -1 });
        for (int i = 0; i < 8; i++) yield return Numbers(random, random.Next(3, 300), -100_000, 100_000);
    }

    /// <summary>Numbers of five digits, so that the text is always equally long: a thousand make 5,999 letters of two bytes.</summary>
    public override IReadOnlyList<Criterion> Criteria => [new Criterion.Allocation(random => Numbers(random, 1_000, 10_000, 100_000))];

    private static string Of(int[] numbers) => string.Join(';', numbers);

    private static Call Numbers(Random random, int count, int least, int below) =>
        new($"length {count}", Enumerable.Range(0, count).Select(_ => random.Next(least, below)).ToArray());
}

namespace Checks.Set;

/// <summary>Brighten a picture into memory that the caller gives, and allocate nothing.</summary>
internal sealed class GivenDestination : Exercise
{
    public override string Id => "given-destination";

    public override string Entry => "Brightening.Brighten";

    public override Delegate Reference => Brighten;

    public override IEnumerable<Call> Cases(Random random)
    {
        foreach (int length in new[] { 0, 1, 2, 15, 16, 17, 64, 100 })
            foreach (int amount in new[] { 0, 1, 40, 255 }) yield return Pixels(random, length, amount);
        for (int i = 0; i < 8; i++) yield return Pixels(random, random.Next(1, 500), random.Next(256));
    }

    public override IReadOnlyList<Criterion> Criteria => [new Criterion.Allocation(random => Pixels(random, 10_000, 40))];

    private static void Brighten(byte[] source, byte[] destination, int amount)
    {
        for (int i = 0; i < source.Length; i++) destination[i] = (byte)Math.Min(255, source[i] + amount);
    }

    /// <summary>The destination holds something else before, as memory used again does.</summary>
    private static Call Pixels(Random random, int length, int amount)
    {
        byte[] source = new byte[length], destination = new byte[length];
        random.NextBytes(source);
        random.NextBytes(destination);
        return new Call($"{length} pixels, brighter by {amount}", source, destination, amount);
    }
}

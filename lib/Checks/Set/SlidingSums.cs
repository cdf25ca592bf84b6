namespace Checks.Set;

/// <summary>Blur a row with a wide window at a cost that does not grow with the window.</summary>
internal sealed class SlidingSums : Exercise
{
    public override string Id => "sliding-sums";

    public override string Entry => "RowBlur.Blur";

    public override Delegate Reference => Blur;

    public override IEnumerable<Call> Cases(Random random)
    {
        foreach (int length in new[] { 1, 2, 3, 7, 8, 31, 32, 33 })
            foreach (int radius in new[] { 0, 1, 2, 5 }) yield return Row(random, length, radius);
        yield return Row(random, 500, 600);
        for (int i = 0; i < 8; i++) yield return Row(random, random.Next(1, 1000), random.Next(0, 40));
    }

    public override IReadOnlyList<Criterion> Criteria => [new Criterion.Speed(random => Row(random, 20_000, 40))];

    /// <summary>Beyond its ends a row repeats its end pixels; half rounds up.</summary>
    private static void Blur(byte[] source, byte[] destination, int radius)
    {
        int window = 2 * radius + 1;
        for (int x = 0; x < source.Length; x++)
        {
            int sum = 0;
            for (int i = x - radius; i <= x + radius; i++) sum += source[Math.Clamp(i, 0, source.Length - 1)];
            destination[x] = (byte)((sum + window / 2) / window);
        }
    }

    private static Call Row(Random random, int length, int radius)
    {
        var source = new byte[length];
        random.NextBytes(source);
        return new Call($"{length} pixels, radius {radius}", source, new byte[length], radius) { RowLength = length };
    }
}

using Judged;

namespace Checks.Set;

/// <summary>Sum bands of a picture on several cores that do not write into one line of the cache.</summary>
internal sealed class ParallelBands : Exercise
{
    public override string Id => "parallel-bands";

    public override string Entry => "Bands.Sum";

    public override Delegate Reference => Sum;

    public override IEnumerable<Call> Cases(Random random)
    {
        foreach (var (length, bands) in new[] { (0, 1), (0, 3), (1, 1), (1, 4), (3, 4), (4, 4), (5, 4), (7, 2), (100, 7) }) yield return Pixels(random, length, bands);
        for (int i = 0; i < 8; i++) yield return Pixels(random, random.Next(1, 2_000), random.Next(1, 17));
    }

    /// <summary>Four bands: one write for each, and one more to begin with for whoever wants it.</summary>
    public override IReadOnlyList<Criterion> Criteria =>
    [
        new Criterion.Operations(random => Pixels(random, 1_000, 4)),
        new Criterion.Speed(random => Pixels(random, 1_000_000, 4), OnTheWall: true),
    ];

    private static void Sum(byte[] pixels, CountedArray sums)
    {
        int Start(int band) => (int)((long)band * pixels.Length / sums.Length);
        for (int band = 0; band < sums.Length; band++)
        {
            long sum = 0;
            for (int i = Start(band); i < Start(band + 1); i++) sum += pixels[i];
            sums[band] = sum;
        }
    }

    /// <summary>The sums hold something else before, as memory used again does.</summary>
    private static Call Pixels(Random random, int length, int bands)
    {
        var pixels = new byte[length];
        random.NextBytes(pixels);
        return new Call($"pixels: {length}, bands: {bands}", pixels, new CountedArray([.. Enumerable.Range(0, bands).Select(_ => random.NextInt64(1_000))]));
    }
}

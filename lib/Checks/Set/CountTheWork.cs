using Course.Caches;
using Judged;

namespace Checks.Set;

/// <summary>Sum three rows on each other and read every pixel once.</summary>
internal sealed class CountTheWork : Exercise
{
    private const int Side = 32, ElementBytes = 8;

    public override string Id => "count-the-work";

    public override string Entry => "Stack.Sum";

    public override Delegate Reference => Sum;

    public override IEnumerable<Call> Cases(Random random)
    {
        foreach (var (width, height) in new[] { (0, 0), (4, 1), (4, 2), (1, 3), (3, 3), (1, 9), (9, 4), (Side, Side) })
            yield return Picture(random, width, height);
        for (int i = 0; i < 8; i++) yield return Picture(random, random.Next(1, Side), random.Next(3, Side));
    }

    /// <summary>Sixteen lines of 64 bytes: room for four rows, of the image or of the sums.</summary>
    public override IReadOnlyList<Criterion> Criteria =>
    [
        new Criterion.Misses(random => Picture(random, Side, Side), new CacheConfiguration(new LevelConfiguration("L1", CacheGeometry.OfSize(1024, 4, 64))), ElementBytes),
        new Criterion.Operations(random => Picture(random, Side, Side)),
    ];

    private static void Sum(CountedGrid image, CountedArray sums)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            int y = i / image.Width, x = i % image.Width;
            sums[i] = image[y, x] + image[y + 1, x] + image[y + 2, x];
        }
    }

    private static Call Picture(Random random, int width, int height)
    {
        var pixels = new byte[width * height];
        random.NextBytes(pixels);
        long[] old = [.. Enumerable.Range(0, width * Math.Max(0, height - 2)).Select(_ => random.NextInt64(1000))];
        return new Call($"an image, {width} wide and {height} high", new CountedGrid(width, height, pixels), new CountedArray(old)) { RowLength = width };
    }
}

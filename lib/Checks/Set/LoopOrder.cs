using Course.Caches;
using Judged;

namespace Checks.Set;

/// <summary>Sum the squares of a picture in the order in which its pixels lie in memory.</summary>
internal sealed class LoopOrder : Exercise
{
    private const int Side = 32, PixelBytes = 8;

    public override string Id => "loop-order";

    public override string Entry => "Brightness.SumOfSquares";

    public override Delegate Reference => SumOfSquares;

    public override IEnumerable<Call> Cases(Random random)
    {
        foreach (var (width, height) in new[] { (0, 0), (1, 1), (1, 5), (5, 1), (3, 2), (2, 3), (32, 32) })
            yield return Picture(random, width, height);
        for (int i = 0; i < 8; i++) yield return Picture(random, random.Next(1, Side), random.Next(1, Side));
    }

    /// <summary>Sixteen lines of 64 bytes: half a column of a picture whose rows are four lines long.</summary>
    public override IReadOnlyList<Criterion> Criteria =>
    [
        new Criterion.Misses(random => Picture(random, Side, Side), new CacheConfiguration(new LevelConfiguration("L1", CacheGeometry.OfSize(1024, 4, 64))), PixelBytes),
        new Criterion.Operations(random => Picture(random, Side, Side)),
    ];

    private static long SumOfSquares(CountedGrid image)
    {
        long sum = 0;
        for (int y = 0; y < image.Height; y++)
            for (int x = 0; x < image.Width; x++) sum += image[y, x] * image[y, x];
        return sum;
    }

    private static Call Picture(Random random, int width, int height)
    {
        var pixels = new byte[width * height];
        random.NextBytes(pixels);
        return new Call($"{height} rows of {width} pixels", new CountedGrid(width, height, pixels));
    }
}

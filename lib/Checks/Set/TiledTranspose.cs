using Course.Caches;
using Judged;

namespace Checks.Set;

/// <summary>Transpose a picture square by square, so that no line is fetched twice.</summary>
internal sealed class TiledTranspose : Exercise
{
    private const int Side = 32, PixelBytes = 8;

    public override string Id => "tiled-transpose";

    public override string Entry => "Turning.Transpose";

    public override Delegate Reference => Transpose;

    public override IEnumerable<Call> Cases(Random random)
    {
        foreach (var (width, height) in new[] { (0, 0), (1, 1), (1, 5), (5, 1), (3, 2), (8, 8), (9, 8), (8, 9), (7, 17), (Side, Side) })
            yield return Picture(random, width, height);
        for (int i = 0; i < 8; i++) yield return Picture(random, random.Next(1, Side), random.Next(1, Side));
    }

    /// <summary>
    /// 32 lines in one set, one too few for a column and the row it is written from, and twice as many as a square of 8 x 8 needs in both
    /// pictures. With more sets the lines of a column would collide, and the lesson be another one.
    /// </summary>
    public override IReadOnlyList<Criterion> Criteria =>
    [
        new Criterion.Misses(random => Picture(random, Side, Side), new CacheConfiguration(new LevelConfiguration("L1", CacheGeometry.OfSize(2048, 32, 64))), PixelBytes),
        new Criterion.Operations(random => Picture(random, Side, Side)),
    ];

    private static void Transpose(CountedGrid image, CountedGrid result)
    {
        for (int y = 0; y < image.Height; y++)
            for (int x = 0; x < image.Width; x++) result[x, y] = image[y, x];
    }

    private static Call Picture(Random random, int width, int height)
    {
        byte[] pixels = new byte[width * height], old = new byte[width * height];
        random.NextBytes(pixels);
        random.NextBytes(old);
        return new Call($"an image, {width} wide and {height} high", new CountedGrid(width, height, pixels), new CountedGrid(height, width, old)) { RowLength = height };
    }
}

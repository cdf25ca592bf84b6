using Judged;

namespace Checks.Set;

/// <summary>Blur a picture with a 3 x 3 window, rounded, and keep the rim.</summary>
internal sealed class FirstBlur : Exercise
{
    private const int Side = 24;

    public override string Id => "first-blur";

    public override string Entry => "FirstBlur.Blur";

    public override Delegate Reference => Blur;

    public override IEnumerable<Call> Cases(Random random)
    {
        foreach (var (width, height) in new[] { (0, 0), (1, 1), (2, 2), (1, 5), (5, 1), (3, 2), (3, 3), (4, 3), (3, 5), (Side, Side) })
            yield return Picture(random, width, height);
        for (int i = 0; i < 8; i++) yield return Picture(random, random.Next(3, Side), random.Next(3, Side));
    }

    public override IReadOnlyList<Criterion> Criteria => [new Criterion.Operations(random => Picture(random, Side, Side))];

    /// <summary>The mean rounded to the nearest number; the outermost rows and columns keep their pixels.</summary>
    private static void Blur(CountedGrid image, CountedGrid result)
    {
        for (int y = 0; y < image.Height; y++)
            for (int x = 0; x < image.Width; x++)
            {
                bool inside = y > 0 && x > 0 && y < image.Height - 1 && x < image.Width - 1;
                int total = 0;
                for (int i = 0; inside && i < 9; i++) total += image[y - 1 + i / 3, x - 1 + i % 3];
                result[y, x] = inside ? (byte)Math.Round(total / 9.0) : image[y, x];
            }
    }

    private static Call Picture(Random random, int width, int height)
    {
        byte[] pixels = new byte[width * height], old = new byte[width * height];
        random.NextBytes(pixels);
        random.NextBytes(old);
        return new Call($"an image, {width} wide and {height} high", new CountedGrid(width, height, pixels), new CountedGrid(width, height, old)) { RowLength = width };
    }
}

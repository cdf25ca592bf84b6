using Course.Images;

namespace Course.Tests.Images;

public sealed class SobelEdgesTests
{
    private static readonly int[,] Across = { { -1, 0, 1 }, { -2, 0, 2 }, { -1, 0, 1 } };

    public static TheoryData<int, int> Sizes
    {
        get
        {
            var sizes = new TheoryData<int, int>();
            foreach (int width in Enumerable.Range(1, 70).Concat([127, 128, 129, 130, 131]))
                sizes.Add(width, 5);
            foreach (int height in new[] { 1, 2, 3 }) sizes.Add(40, height);
            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void EveryPixelEqualsTheConvolution(int width, int height)
    {
        var image = new Plane<byte>(width, height, width + 3);
        var result = new Plane<byte>(width, height, width + 5);
        new Random(width).NextBytes(image.Span);
        result.Span.Fill(77);
        SobelEdges.Find(image, result);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                Assert.Equal(Expected(image, x, y), result[y, x]);
        for (int y = 0; y < height; y++)
            for (int x = width; x < width + 5; x++)
                Assert.Equal(77, result.Span[y * (width + 5) + x]);
    }

    [Fact]
    public void OtherSizesAreRefused() => Assert.Throws<ArgumentException>(() => SobelEdges.Find(new Plane<byte>(3, 3), new Plane<byte>(3, 4)));

    private static byte Expected(Plane<byte> image, int x, int y)
    {
        if (x == 0 || y == 0 || x == image.Width - 1 || y == image.Height - 1) return 0;
        int across = 0, down = 0;
        for (int dy = -1; dy <= 1; dy++)
            for (int dx = -1; dx <= 1; dx++)
            {
                across += Across[dy + 1, dx + 1] * image[y + dy, x + dx];
                down += Across[dx + 1, dy + 1] * image[y + dy, x + dx];
            }
        return (byte)Math.Min(255, Math.Abs(across) + Math.Abs(down));
    }
}

using Course.Images;

namespace Course.Tests.Blur;

/// <summary>The 3x3 mean in exact integers, rounded half up, written without a look at the library.</summary>
internal static class MeanOracle
{
    public static byte[,] Blur(Plane<byte> image)
    {
        var result = new byte[image.Height, image.Width];
        for (int y = 0; y < image.Height; y++)
            for (int x = 0; x < image.Width; x++)
            {
                bool border = y == 0 || x == 0 || y == image.Height - 1 || x == image.Width - 1;
                long sum = 0;
                if (!border)
                    for (int i = 0; i < 9; i++) sum += image[y - 1 + i / 3, x - 1 + i % 3];
                result[y, x] = border ? image[y, x] : (byte)((2 * sum + 9) / 18);
            }
        return result;
    }

    /// <summary>Noise with runs of black and white, so that every sum from 0 to 2295 is near.</summary>
    public static Plane<byte> Picture(int width, int height, int stride = 0, int seed = 1)
    {
        var plane = new Plane<byte>(width, height, stride);
        var random = new Random(seed * 7919 + width * 131 + height);
        random.NextBytes(plane.Span);
        for (int run = 0; run < width * height / 64; run++)
        {
            int y = random.Next(height), x = random.Next(width);
            plane.Row(y)[x..Math.Min(width, x + random.Next(12))].Fill((byte)(255 * random.Next(2)));
        }
        return plane;
    }

    public static void AssertEqual(byte[,] expected, Plane<byte> actual, string what)
    {
        Assert.Equal((expected.GetLength(0), expected.GetLength(1)), (actual.Height, actual.Width));
        for (int y = 0; y < actual.Height; y++)
            for (int x = 0; x < actual.Width; x++)
                if (expected[y, x] != actual[y, x])
                    Assert.Fail($"{what}, {actual.Width}x{actual.Height}: pixel [{y}, {x}] is {actual[y, x]} and should be {expected[y, x]}.");
    }
}

// exercise: first-blur
static class FirstBlur
{
    // the result is as large as the image
    public static void Blur(CountedGrid image, CountedGrid result)
    {
        for (int y = 0; y < image.Height; y++)
            for (int x = 0; x < image.Width; x++)
            {
                bool rim = y == 0 || x == 0 || y == image.Height - 1 || x == image.Width - 1;
                result[y, x] = rim ? image[y, x] : Mean(image, y, x);
            }
    }
    private static byte Mean(CountedGrid image, int y, int x)
    {
        int total = 0;
        for (int dy = -1; dy <= 1; dy++)
            for (int dx = -1; dx <= 1; dx++)
                total += image[y + dy, x + dx];
        return (byte)((total + 4) / 9);
    }
}

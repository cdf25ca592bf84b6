// exercise: tiled-transpose
static class Turning
{
    // result[x, y] is image[y, x]: as wide as the image is high
    public static void Transpose(CountedGrid image, CountedGrid result)
    {
        for (int y = 0; y < image.Height; y++)
            for (int x = 0; x < image.Width; x++)
                result[x, y] = image[y, x];
    }
}

// fails: operations
static class Turning
{
    // result[x, y] is image[y, x]: as wide as the image is high
    public static void Transpose(CountedGrid image, CountedGrid result)
    {
        const int Tile = 8; // the pixels of one line
        for (int top = 0; top < image.Height; top += Tile)
            for (int left = 0; left < image.Width; left += Tile)
                for (int y = top; y < Math.Min(top + Tile, image.Height); y++)
                    for (int x = left; x < Math.Min(left + Tile, image.Width); x++)
                        if (result[x, y] != image[y, x]) result[x, y] = image[y, x];
    }
}

// fails: operations
static class Stack
{
    // sums[y * width + x]: the pixels x of rows y, y + 1 and y + 2
    public static void Sum(CountedGrid image, CountedArray sums)
    {
        int width = image.Width;
        for (int y = 0; y < image.Height - 2; y++)
            for (int x = 0; x < width; x++)
                sums[y * width + x] =
                    image[y, x] + image[y + 1, x] + image[y + 2, x];
    }
}

// fails: operations
static class Stack
{
    public static void Sum(CountedGrid image, CountedArray sums)
    {
        int width = image.Width;
        for (int y = 0; y < image.Height; y++)
            for (int x = 0; x < width; x++)
            {
                int pixel = image[y, x];
                for (int row = Math.Max(0, y - 2); row <= y && row < image.Height - 2; row++)
                    sums[row * width + x] = (row == y ? 0 : sums[row * width + x]) + pixel;
            }
    }
}

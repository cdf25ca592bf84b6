// fails: correct
static class Stack
{
    // sums[y * width + x]: the pixels x of rows y, y + 1 and y + 2
    public static void Sum(CountedGrid image, CountedArray sums)
    {
        int width = image.Width;
        int[] above = new int[width], here = new int[width];
        for (int y = 0; y < image.Height; y++)
            for (int x = 0; x < width; x++)
            {
                int below = image[y, x];
                if (y >= 1 && y < image.Height - 1) sums[(y - 1) * width + x] = above[x] + here[x] + below;
                (above[x], here[x]) = (here[x], below);
            }
    }
}

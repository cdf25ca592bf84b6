// fails: misses
static class Stack
{
    public static void Sum(CountedGrid image, CountedArray sums)
    {
        int width = image.Width;
        for (int x = 0; x < width; x++)
        {
            int above = 0, here = 0;
            for (int y = 0; y < image.Height; y++)
            {
                int below = image[y, x];
                if (y >= 2) sums[(y - 2) * width + x] = above + here + below;
                (above, here) = (here, below);
            }
        }
    }
}

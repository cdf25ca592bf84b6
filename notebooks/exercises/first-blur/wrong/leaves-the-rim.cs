// fails: correct
static class FirstBlur
{
    // the result is as large as the image
    public static void Blur(CountedGrid image, CountedGrid result)
    {
        for (int y = 1; y < image.Height - 1; y++)
            for (int x = 1; x < image.Width - 1; x++)
            {
                int total = 0;
                for (int dy = -1; dy <= 1; dy++)
                    for (int dx = -1; dx <= 1; dx++)
                        total += image[y + dy, x + dx];
                result[y, x] = (byte)((total + 4) / 9);
            }
    }
}

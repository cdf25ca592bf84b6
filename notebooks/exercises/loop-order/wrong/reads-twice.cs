// fails: operations
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        long sum = 0;
        for (int y = 0; y < image.Height; y++)
            for (int x = 0; x < image.Width; x++)
                sum += image[y, x] * image[y, x];
        return sum;
    }
}

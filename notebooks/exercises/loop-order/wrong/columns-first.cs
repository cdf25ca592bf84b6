// fails: misses
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        long sum = 0;
        for (int x = 0; x < image.Width; x++)
            for (int y = 0; y < image.Height; y++)
            {
                int pixel = image[y, x];
                sum += pixel * pixel;
            }
        return sum;
    }
}

// exercise: loop-order
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        long sum = 0;
        for (int x = 0; x < image.Width; x++)
            for (int y = 0; y < image.Height; y++)
                sum += image[y, x] * image[y, x];
        return sum;
    }
}

// fails: correct
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        long sum = 0;
        for (int y = 0; y < image.Height - 1; y++)
            for (int x = 0; x < image.Width; x++)
            {
                int pixel = image[y, x];
                sum += pixel * pixel;
            }
        return sum;
    }
}

// exercise: loop-order
// attack: asks the judge for the same pixel without end
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        long sum = 0;
        for (int y = 0; y < image.Height; y++)
            for (int x = 0; x < image.Width; x++) { int pixel = image[y, x]; sum += pixel * pixel; }
        for (int i = 0; i < 4_000_000 && image.Width > 30 && image.Height > 30; i++) _ = image[0, 0];
        return sum;
    }
}

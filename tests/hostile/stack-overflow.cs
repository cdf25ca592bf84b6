// exercise: loop-order
// attack: calls itself without end
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        return 1 + SumOfSquares(image);
    }
}

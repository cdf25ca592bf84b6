// exercise: loop-order
// attack: hopes that a comparison with nothing is true
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        return (long)double.NaN;
    }
}

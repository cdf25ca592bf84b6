// exercise: loop-order
// attack: throws a message of 100 MB
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        throw new InvalidOperationException(new string('x', 50_000_000));
    }
}

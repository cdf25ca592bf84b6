// exercise: loop-order
// attack: never comes back
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        while (true) { }
    }
}

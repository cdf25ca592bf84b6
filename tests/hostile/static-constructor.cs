// exercise: loop-order
// attack: never finishes loading
static class Brightness
{
    private static readonly long First = Endless();

    private static long Endless()
    {
        while (true) { }
    }

    public static long SumOfSquares(CountedGrid image)
    {
        return First;
    }
}

// exercise: loop-order
// attack: lets the runtime look up what the compiler must not
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        dynamic grid = image;
        return grid.Pixels.Length;
    }
}

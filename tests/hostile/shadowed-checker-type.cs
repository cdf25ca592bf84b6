// exercise: loop-order
// attack: brings a grid of its own
sealed class CountedGrid
{
    public int Width => 0;
    public int Height => 0;
    public byte this[int y, int x] => 0;
}

static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        return 0;
    }
}

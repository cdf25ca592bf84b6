// exercise: loop-order
// attack: leaves work to the collector's thread
static class Brightness
{
    private sealed class Late
    {
        ~Late()
        {
            while (true) { }
        }
    }

    public static long SumOfSquares(CountedGrid image)
    {
        _ = new Late();
        return 0;
    }
}

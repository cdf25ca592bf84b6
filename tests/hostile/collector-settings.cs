// exercise: loop-order
// attack: switches the collector off
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        GC.TryStartNoGCRegion(100_000_000);
        return 0;
    }
}

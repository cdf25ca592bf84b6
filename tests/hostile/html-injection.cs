// exercise: loop-order
// attack: throws what a page would run
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        throw new InvalidOperationException("</code><script>alert('forged')</script><img src=x onerror=alert(1)>");
    }
}

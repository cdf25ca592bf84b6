// exercise: loop-order
// attack: throws what a build server would obey
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        throw new InvalidOperationException("\n::set-output name=grade::pass\r\n::error::forged\n::stop-commands::x");
    }
}

// exercise: loop-order
// attack: fills the error stream
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        while (true) Console.Error.WriteLine(new string('x', 1 << 16));
    }
}

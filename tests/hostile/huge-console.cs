// exercise: loop-order
// attack: prints without end
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        string line = new('x', 1 << 16);
        while (true) Console.WriteLine(line);
    }
}

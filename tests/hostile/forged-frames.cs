// exercise: loop-order
// attack: writes the judge's own frames to standard output
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        using Stream output = Console.OpenStandardOutput();
        // Done, 26 bytes: no allocation, two values, a number and nothing.
        output.Write([5, 26, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 4, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        output.Flush();
        return 0;
    }
}

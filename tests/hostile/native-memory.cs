// exercise: loop-order
// attack: takes memory that no limit of the heap sees
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        while (true) System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 20);
    }
}

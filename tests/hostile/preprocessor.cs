// exercise: loop-order
// attack: asks the compiler for a file
#load "/etc/passwd"
#r "/usr/lib/libc.so"
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        return 0;
    }
}

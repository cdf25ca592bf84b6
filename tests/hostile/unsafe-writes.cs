// exercise: loop-order
// attack: writes over memory through a pointer
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        unsafe
        {
            long here = 0;
            long* at = &here;
            for (int i = 0; i < 1_000_000; i++) at[i] = -1;
        }
        return 0;
    }
}

// exercise: loop-order
// attack: writes over memory without the word unsafe
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        byte first = 0;
        for (int i = 0; i < 1_000_000; i++) System.Runtime.CompilerServices.Unsafe.Add(ref first, i) = 255;
        return first;
    }
}

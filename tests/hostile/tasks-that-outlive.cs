// exercise: loop-order
// attack: leaves tasks running behind the call
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        for (int i = 0; i < 1000; i++) Task.Run(() => { while (true) { } });
        return 0;
    }
}

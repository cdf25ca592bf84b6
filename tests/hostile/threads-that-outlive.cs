// exercise: loop-order
// attack: leaves a thread running behind the call
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        new Thread(() => { while (true) { } }).Start();
        return 0;
    }
}

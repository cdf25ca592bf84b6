// exercise: loop-order
// attack: looks for the host and calls it
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        Type asking = typeof(CountedGrid).Assembly.GetType("Judged.Asking")!;
        asking.GetMethod("Reply")!.Invoke(null, [(byte)5, Array.Empty<byte>()]);
        return 0;
    }
}

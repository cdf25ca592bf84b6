// exercise: loop-order
// attack: reaches reflection from an object
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        object host = image;
        return host.GetType().Assembly.GetTypes().Length;
    }
}

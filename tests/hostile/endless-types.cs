// exercise: loop-order
// attack: makes the runtime load types without end
static class Brightness
{
    private static class Deeper<T>
    {
        public static long Of(CountedGrid image) => image.Width < 0 ? 0 : 1 + Deeper<Tuple<T, T>>.Of(image);
    }

    public static long SumOfSquares(CountedGrid image)
    {
        return Deeper<int>.Of(image);
    }
}

// exercise: loop-order
// attack: opens a private field by attribute
static class Brightness
{
    [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = "_pixels")]
    private static extern ref byte[]? Pixels(CountedGrid grid);

    public static long SumOfSquares(CountedGrid image)
    {
        return Pixels(image)?.Length ?? 0;
    }
}

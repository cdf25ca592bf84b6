// exercise: loop-order
// attack: writes over memory with a vector's store
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        byte first = 0;
        System.Runtime.Intrinsics.Vector128.StoreUnsafe(System.Runtime.Intrinsics.Vector128<byte>.AllBitsSet, ref first, 1_000_000);
        return first;
    }
}

// exercise: predict-misses
static class Prediction
{
    // for each pass, for i from 0 to count - 1:
    //     read the 8 bytes that begin at i * strideBytes
    // strideBytes is a multiple of 8, lineBytes a power of two
    public static int Misses(
        int count, int strideBytes, int passes,
        int lineBytes, int cacheLines)
    {
        return count * passes;
    }
}

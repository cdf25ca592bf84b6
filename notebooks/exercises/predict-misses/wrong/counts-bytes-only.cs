// fails: correct
static class Prediction
{
    // for each pass, for i from 0 to count - 1:
    //     read the 8 bytes that begin at i * strideBytes
    public static int Misses(
        int count, int strideBytes, int passes,
        int lineBytes, int cacheLines)
    {
                int lines = count == 0 ? 0 : (count - 1) * strideBytes / lineBytes + 1;
        return lines <= cacheLines ? lines * Math.Min(passes, 1) : lines * passes;
    }
}

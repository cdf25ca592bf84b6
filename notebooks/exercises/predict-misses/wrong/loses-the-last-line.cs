// fails: correct
static class Prediction
{
    // for each pass, for i from 0 to count - 1:
    //     read the 8 bytes that begin at i * strideBytes
    public static int Misses(
        int count, int strideBytes, int passes,
        int lineBytes, int cacheLines)
    {
        int lines = count;
        if (strideBytes < lineBytes && count > 0)
            lines = (count - 1) * strideBytes / lineBytes;
        return lines <= cacheLines ? lines * Math.Min(passes, 1) : lines * passes;
    }
}

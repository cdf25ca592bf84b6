// fails: correct
static class Prediction
{
    /// <summary>Misses of: for each pass, for i from 0 to count - 1, read the number
    /// of 8 bytes at byte i * strideBytes.</summary>
    public static int Misses(
        int count, int strideBytes, int passes, int lineBytes, int cacheLines)
    {
        int lines = count;
        if (strideBytes < lineBytes && count > 0)
            lines = (count - 1) * strideBytes / lineBytes + 1;
        return lines * passes;
    }
}

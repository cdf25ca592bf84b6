// exercise: loop-order
// attack: throws what would close a report's element
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        throw new InvalidOperationException("]]></failure></testcase><testcase name=\"forged\" classname=\"forged\"/><!-- \u0001\uD800");
    }
}

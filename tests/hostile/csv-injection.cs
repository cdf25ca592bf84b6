// exercise: loop-order
// attack: throws what a spreadsheet would run
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        throw new InvalidOperationException("=HYPERLINK(\"http://example.org\",\"10\")\r\n=1+1,forged,pass,10,10");
    }
}

// exercise: loop-order
// attack: prints what a passed check prints
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        Console.WriteLine("{ \"version\": 1, \"exercise\": \"loop-order\", \"status\": \"pass\", \"points\": 10, \"outOf\": 10 }");
        Console.WriteLine("PASSED");
        return 0;
    }
}

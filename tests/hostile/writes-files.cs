// exercise: loop-order
// attack: leaves a file behind
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        File.WriteAllText("/tmp/course-hostile-was-here", "x");
        return 0;
    }
}

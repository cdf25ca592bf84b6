// exercise: loop-order
// attack: does something when the process ends
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllText("/tmp/course-hostile-was-here", "x");
        return 0;
    }
}

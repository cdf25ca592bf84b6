// exercise: loop-order
// attack: links a name of its own to somebody else's file
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        File.CreateSymbolicLink("/tmp/course-hostile-link", "/etc/shadow");
        return File.ReadAllText("/tmp/course-hostile-link").Length;
    }
}

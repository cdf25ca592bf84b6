// exercise: loop-order
// attack: brings a host of its own
namespace Judged
{
    static class JudgedHost
    {
        public static void Serve() { }
    }
}
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        return 0;
    }
}

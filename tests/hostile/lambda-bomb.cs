// exercise: loop-order
// attack: takes the compiler exponential time
static class Brightness
{
    private static long F(Func<int, long> f) => f(1);

    private static long F(Func<long, long> f) => f(1);

    private static long F(Func<double, long> f) => f(1);

    private static long F(Func<string, long> f) => f("");

    public static long SumOfSquares(CountedGrid image)
    {
        return F(a => F(b => F(c => F(d => F(e => F(f => F(g => F(h => F(i => F(j => F(k => F(l => a + b + c + d + e + f + g + h + i + j + k + l))))))))))));
    }
}

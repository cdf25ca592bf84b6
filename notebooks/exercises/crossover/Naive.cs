// exercise: crossover
static class Crossover
{
    public static long From(
        Func<long, long> loop, Func<long, long> vectors, long most)
    {
        for (long n = 1; n <= most; n++)
            if (vectors(n) < loop(n)) return n;
        return 0;
    }
}

// fails: correct
static class Crossover
{
    public static long From(Func<long, long> loop, Func<long, long> vectors, long most)
    {
        for (long n = 1; n <= most; n *= 2)
            if (vectors(n) < loop(n)) return n;
        return 0;
    }
}

// fails: operations
static class Crossover
{
    public static long From(Func<long, long> loop, Func<long, long> vectors, long most)
    {
        long n = 1;
        while (n < most && vectors(n) >= loop(n)) n = Math.Min(2 * n, most);
        if (vectors(n) >= loop(n)) return 0;
        while (n > 1 && vectors(n - 1) < loop(n - 1)) n--;
        return n;
    }
}

// exercise: crossover
static class Crossover
{
    /// <summary>
    /// loop(n) and vectors(n) measure one call on n numbers. Once vectors
    /// are ahead, they stay ahead. Every measurement takes a while.
    /// </summary>
    public static long From(
        Func<long, long> loop, Func<long, long> vectors, long most)
    {
        for (long n = 1; n <= most; n++)
            if (vectors(n) < loop(n)) return n;
        return 0;
    }
}

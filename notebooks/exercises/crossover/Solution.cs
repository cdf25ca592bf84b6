// exercise: crossover
static class Crossover
{
    public static long From(
        Func<long, long> loop, Func<long, long> vectors, long most)
    {
        long low = 1, high = most + 1;
        while (low < high)
        {
            long middle = (low + high) / 2;
            if (middle <= most && vectors(middle) >= loop(middle)) low = middle + 1;
            else high = middle;
        }
        return low <= most ? low : 0;
    }
}

// fails: correct
static class Crossover
{
    public static long From(Func<long, long> loop, Func<long, long> vectors, long most)
    {
        long low = 1, high = most;
        while (low < high)
        {
            long middle = (low + high) / 2;
            if (vectors(middle) >= loop(middle)) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
